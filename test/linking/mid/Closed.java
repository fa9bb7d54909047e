class Faces { interface Open { } }
class Closed implements Faces.Open { void open() { } }
class CircleB extends CircleA { }
class CircleA { }
class NestOut { private int secret = 3; int look() { return 5; } }
