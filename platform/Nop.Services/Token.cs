namespace Nop.Services.Messages;

/// <summary>A place in a message template and what stands there in the end. The key is without the percent signs.</summary>
public sealed partial class Token
{
    public Token(string key, object value) : this(key, value, false)
    {
    }

    public Token(string key, object value, bool neverHtmlEncoded)
    {
        Key = key;
        Value = value;
        NeverHtmlEncoded = neverHtmlEncoded;
    }

    public string Key { get; }
    public object Value { get; }
    public bool NeverHtmlEncoded { get; }

    public override string ToString()
    {
        return $"{Key}: {Value}";
    }
}
