/** An incremental solver of one-way constraints: a planner keeps a graph of variables true by strengths, after the DeltaBlue algorithm. */
import java.util.ArrayList;
import java.util.List;

public class DeltaBlue {
    enum Strength {
        REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST;

        boolean strongerThan(Strength other) {
            return ordinal() < other.ordinal();
        }

        Strength weaker(Strength other) {
            return strongerThan(other) ? other : this;
        }
    }

    static final class Variable {
        int value;
        final List<Constraint> constraints = new ArrayList<>();
        Constraint determinedBy;
        int mark;
        Strength walkStrength = Strength.WEAKEST;
        boolean stay = true;

        Variable(int value) {
            this.value = value;
        }
    }

    abstract static class Constraint {
        final Strength strength;

        Constraint(Strength strength) {
            this.strength = strength;
        }

        abstract boolean isSatisfied();

        abstract void addToGraph();

        abstract void removeFromGraph();

        abstract void chooseMethod(int mark);

        abstract void markInputs(int mark);

        abstract boolean inputsKnown(int mark);

        abstract Variable output();

        abstract void markUnsatisfied();

        abstract void recalculate();

        abstract void execute();

        boolean isInput() {
            return false;
        }

        void add(Planner planner) {
            addToGraph();
            planner.incrementalAdd(this);
        }

        void destroy(Planner planner) {
            if (isSatisfied()) {
                planner.incrementalRemove(this);
            }
            removeFromGraph();
        }

        Constraint satisfy(int mark, Planner planner) {
            chooseMethod(mark);
            if (!isSatisfied()) {
                if (strength == Strength.REQUIRED) {
                    throw new IllegalStateException("could not satisfy a required constraint");
                }
                return null;
            }
            markInputs(mark);
            Variable out = output();
            Constraint overridden = out.determinedBy;
            if (overridden != null) {
                overridden.markUnsatisfied();
            }
            out.determinedBy = this;
            if (!planner.addPropagate(this, mark)) {
                throw new IllegalStateException("cycle");
            }
            out.mark = mark;
            return overridden;
        }
    }

    /** Of one variable: stays, or is edited from outside. */
    static final class Unary extends Constraint {
        private final Variable out;
        private final boolean edit;
        private boolean satisfied;

        Unary(Variable out, Strength strength, boolean edit, Planner planner) {
            super(strength);
            this.out = out;
            this.edit = edit;
            add(planner);
        }

        @Override
        boolean isInput() {
            return edit;
        }

        @Override
        boolean isSatisfied() {
            return satisfied;
        }

        @Override
        void addToGraph() {
            out.constraints.add(this);
            satisfied = false;
        }

        @Override
        void removeFromGraph() {
            out.constraints.remove(this);
            satisfied = false;
        }

        @Override
        void chooseMethod(int mark) {
            satisfied = out.mark != mark && strength.strongerThan(out.walkStrength);
        }

        @Override
        void markInputs(int mark) {}

        @Override
        boolean inputsKnown(int mark) {
            return true;
        }

        @Override
        Variable output() {
            return out;
        }

        @Override
        void markUnsatisfied() {
            satisfied = false;
        }

        @Override
        void recalculate() {
            out.walkStrength = strength;
            out.stay = !edit;
            if (out.stay) {
                execute();
            }
        }

        @Override
        void execute() {}
    }

    /** Of two variables: v2 = v1 * scale + offset, with scale and offset variables of their own or none for equality. */
    static final class Relation extends Constraint {
        private final Variable v1;
        private final Variable v2;
        private final Variable scale;
        private final Variable offset;
        /** 0 unsatisfied, 1 forward, -1 backward. */
        private int direction;

        Relation(Variable v1, Variable v2, Variable scale, Variable offset, Strength strength, Planner planner) {
            super(strength);
            this.v1 = v1;
            this.v2 = v2;
            this.scale = scale;
            this.offset = offset;
            add(planner);
        }

        @Override
        boolean isSatisfied() {
            return direction != 0;
        }

        @Override
        void addToGraph() {
            for (Variable v : variables()) {
                v.constraints.add(this);
            }
            direction = 0;
        }

        private List<Variable> variables() {
            return scale == null ? List.of(v1, v2) : List.of(v1, v2, scale, offset);
        }

        @Override
        void removeFromGraph() {
            for (Variable v : variables()) {
                v.constraints.remove(this);
            }
            direction = 0;
        }

        @Override
        void chooseMethod(int mark) {
            if (v1.mark == mark) {
                direction = v2.mark != mark && strength.strongerThan(v2.walkStrength) ? 1 : 0;
            } else if (v2.mark == mark) {
                direction = strength.strongerThan(v1.walkStrength) ? -1 : 0;
            } else if (v2.walkStrength.strongerThan(v1.walkStrength)) {
                direction = strength.strongerThan(v1.walkStrength) ? -1 : 0;
            } else {
                direction = strength.strongerThan(v2.walkStrength) ? 1 : 0;
            }
        }

        private Variable input() {
            return direction > 0 ? v1 : v2;
        }

        @Override
        Variable output() {
            return direction > 0 ? v2 : v1;
        }

        @Override
        void markInputs(int mark) {
            input().mark = mark;
            if (scale != null) {
                scale.mark = mark;
                offset.mark = mark;
            }
        }

        private static boolean known(Variable v, int mark) {
            return v == null || v.mark == mark || v.stay || v.determinedBy == null;
        }

        @Override
        boolean inputsKnown(int mark) {
            return known(input(), mark) && known(scale, mark) && known(offset, mark);
        }

        @Override
        void markUnsatisfied() {
            direction = 0;
        }

        @Override
        void recalculate() {
            Variable in = input();
            Variable out = output();
            out.walkStrength = strength.weaker(in.walkStrength);
            out.stay = in.stay && (scale == null || scale.stay && offset.stay);
            if (out.stay) {
                execute();
            }
        }

        @Override
        void execute() {
            if (scale == null) {
                output().value = input().value;
            } else if (direction > 0) {
                v2.value = v1.value * scale.value + offset.value;
            } else {
                v1.value = (v2.value - offset.value) / scale.value;
            }
        }
    }

    static final class Planner {
        private int mark;

        void incrementalAdd(Constraint constraint) {
            int now = ++mark;
            Constraint overridden = constraint.satisfy(now, this);
            while (overridden != null) {
                overridden = overridden.satisfy(now, this);
            }
        }

        void incrementalRemove(Constraint constraint) {
            Variable out = constraint.output();
            constraint.markUnsatisfied();
            constraint.removeFromGraph();
            List<Constraint> unsatisfied = removePropagate(out);
            for (Strength strength : Strength.values()) {
                for (Constraint each : unsatisfied) {
                    if (each.strength == strength) {
                        incrementalAdd(each);
                    }
                }
            }
        }

        boolean addPropagate(Constraint constraint, int now) {
            List<Constraint> todo = new ArrayList<>(List.of(constraint));
            while (!todo.isEmpty()) {
                Constraint each = todo.remove(0);
                if (each.output().mark == now) {
                    incrementalRemove(constraint);
                    return false;
                }
                each.recalculate();
                consumers(each.output(), todo);
            }
            return true;
        }

        private static void consumers(Variable variable, List<Constraint> into) {
            for (Constraint each : variable.constraints) {
                if (each != variable.determinedBy && each.isSatisfied()) {
                    into.add(each);
                }
            }
        }

        private List<Constraint> removePropagate(Variable out) {
            out.determinedBy = null;
            out.walkStrength = Strength.WEAKEST;
            out.stay = true;
            List<Constraint> unsatisfied = new ArrayList<>();
            List<Variable> todo = new ArrayList<>(List.of(out));
            while (!todo.isEmpty()) {
                Variable variable = todo.remove(0);
                for (Constraint each : variable.constraints) {
                    if (!each.isSatisfied()) {
                        unsatisfied.add(each);
                    } else if (each != variable.determinedBy) {
                        each.recalculate();
                        todo.add(each.output());
                    }
                }
            }
            return unsatisfied;
        }

        List<Constraint> plan(List<Constraint> sources) {
            int now = ++mark;
            List<Constraint> plan = new ArrayList<>();
            List<Constraint> todo = new ArrayList<>(sources);
            while (!todo.isEmpty()) {
                Constraint each = todo.remove(0);
                if (each.output().mark != now && each.inputsKnown(now)) {
                    plan.add(each);
                    each.output().mark = now;
                    consumers(each.output(), todo);
                }
            }
            return plan;
        }

        void change(Variable variable, int newValue) {
            Unary edit = new Unary(variable, Strength.PREFERRED, true, this);
            List<Constraint> plan = plan(List.of(edit));
            for (int i = 0; i < 10; i++) {
                variable.value = newValue;
                plan.forEach(Constraint::execute);
            }
            edit.destroy(this);
        }
    }

    private static String chain(int n) {
        Planner planner = new Planner();
        Variable[] variables = new Variable[n + 1];
        for (int i = 0; i <= n; i++) {
            variables[i] = new Variable(0);
            if (i > 0) {
                new Relation(variables[i - 1], variables[i], null, null, Strength.REQUIRED, planner);
            }
        }
        new Unary(variables[n], Strength.STRONG_DEFAULT, false, planner);
        Unary edit = new Unary(variables[0], Strength.PREFERRED, true, planner);
        List<Constraint> plan = planner.plan(List.of(edit));
        for (int i = 0; i < 100; i++) {
            variables[0].value = i;
            plan.forEach(Constraint::execute);
            if (variables[n].value != i) {
                return "chain is WRONG at " + i;
            }
        }
        edit.destroy(planner);
        return "chain of " + n + ": " + variables[n].value + ", a plan of " + plan.size();
    }

    private static String projection(int n) {
        Planner planner = new Planner();
        Variable scale = new Variable(10);
        Variable offset = new Variable(1000);
        List<Variable> sources = new ArrayList<>();
        List<Variable> targets = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Variable source = new Variable(i);
            Variable target = new Variable(i);
            sources.add(source);
            targets.add(target);
            new Unary(source, Strength.NORMAL, false, planner);
            new Relation(source, target, scale, offset, Strength.REQUIRED, planner);
        }
        StringBuilder result = new StringBuilder("projection:");
        planner.change(sources.get(n - 1), 17);
        result.append(targets.get(n - 1).value == 1170);
        planner.change(targets.get(n - 1), 1050);
        result.append(' ').append(sources.get(n - 1).value == 5);
        planner.change(scale, 5);
        boolean right = true;
        for (int i = 0; i < n - 1; i++) {
            right &= targets.get(i).value == i * 5 + 1000;
        }
        planner.change(offset, 2000);
        for (int i = 0; i < n - 1; i++) {
            right &= targets.get(i).value == i * 5 + 2000;
        }
        return result.append(' ').append(right).toString();
    }

    public static void main(String[] args) {
        System.out.println(chain(200));
        System.out.println(projection(60));
        Planner planner = new Planner();
        Variable a = new Variable(3);
        Variable b = new Variable(4);
        new Relation(a, b, null, null, Strength.REQUIRED, planner);
        new Unary(a, Strength.REQUIRED, false, planner);
        try {
            new Unary(b, Strength.REQUIRED, false, planner);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(a.value + " " + b.value);
    }
}
