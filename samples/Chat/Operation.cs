namespace Chat;

public enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
}
