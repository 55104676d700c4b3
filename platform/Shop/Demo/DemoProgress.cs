namespace Shop.Demo;

/// <summary>How far a long piece of work is.</summary>
public readonly record struct DemoProgress(string Step, int Done, int Total);
