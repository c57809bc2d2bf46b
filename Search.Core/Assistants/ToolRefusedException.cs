namespace Search.Core.Assistants;

/// <summary>A tool was asked for what is not there, or in a form that it does not take; the message says what it takes.</summary>
public sealed class ToolRefusedException(string message) : Exception(message);
