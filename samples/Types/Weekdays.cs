namespace Types;

[Flags]
internal enum Weekdays
{
    None = 0,
    Saturday = 1,
    Sunday = 2,
    Weekend = Saturday | Sunday,
}
