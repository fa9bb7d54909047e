/** A long queue of messages, written from text at one end and told as text at the other. Arguments: live KiB, messages. */
public final class MessageQueue {
    private static final class Message {
        final int number;
        final byte[] body;
        Message next;

        Message(int number) {
            this.number = number;
            StringBuilder text = new StringBuilder();
            for (int index = 0; index < 64 + number % 64; index++) text.append((char) ('0' + (number + index) % 64));
            String whole = "number=" + number + " body=" + text;
            String[] parts = whole.split(" ");
            body = parts[1].substring(5).getBytes();
        }

        boolean isWhole() {
            String text = new String(body);
            for (int index = 0; index < text.length(); index++)
                if (text.charAt(index) != '0' + (number + index) % 64) return false;
            return text.length() == 64 + number % 64;
        }
    }

    private static final int MESSAGE_BYTES = 24 + 16 + 96;

    public static void main(String[] args) {
        int length = Integer.parseInt(args[0]) * 1024 / MESSAGE_BYTES;
        int messages = Integer.parseInt(args[1]);
        Message head = new Message(0);
        Message tail = head;
        int sent = 1;
        int received = 0;
        int wrong = 0;
        while (received < length + messages) {
            if (sent < length + messages && sent - received < length) {
                tail.next = new Message(sent++);
                tail = tail.next;
                continue;
            }
            if (head.number != received || !head.isWhole()) wrong++;
            received++;
            head = head.next;
        }
        System.out.println("queue of " + length + ": " + received + " received" + (wrong == 0 ? " as expected" : ", WRONG " + wrong));
    }
}
