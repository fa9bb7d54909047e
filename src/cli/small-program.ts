/** A program for where there is no `javac`: `class Main { public static void main(String[] words) { System.out.println(words.length); } }`, as `Main.class`. */
export const smallProgram: Uint8Array = Buffer.from(
  "yv66vgAAADQAGAoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvT2JqZWN0AQAGPGluaXQ+AQADKClWCQAIAAkHAAoMAAsADAEA" +
    "EGphdmEvbGFuZy9TeXN0ZW0BAANvdXQBABVMamF2YS9pby9QcmludFN0cmVhbTsKAA4ADwcAEAwAEQASAQATamF2YS9pby9Q" +
    "cmludFN0cmVhbQEAB3ByaW50bG4BAAQoSSlWBwAUAQAETWFpbgEABENvZGUBAARtYWluAQAWKFtMamF2YS9sYW5nL1N0cmlu" +
    "ZzspVgAgABMAAgAAAAAAAgAAAAUABgABABUAAAARAAEAAQAAAAUqtwABsQAAAAAACQAWABcAAQAVAAAAFQACAAEAAAAJsgAH" +
    "Kr62AA2xAAAAAAAA",
  "base64",
);
