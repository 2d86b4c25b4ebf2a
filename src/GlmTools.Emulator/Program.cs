Console.WriteLine("The emulator is on its way.");
