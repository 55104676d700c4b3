namespace Shop.CommandLine.OnlineRetail;

/// <summary>Gathers what the lines of a file say about each product.</summary>
internal sealed class RetailProducts
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Gathered> _products = [];

    /// <returns>The product's place in the list.</returns>
    public int Add(string stockCode, string description, decimal price, DateTime time)
    {
        if (!_places.TryGetValue(stockCode, out var place))
        {
            place = _products.Count;
            _places.Add(stockCode, place);
            _products.Add(new Gathered(stockCode) { FirstSeen = time });
        }

        var product = _products[place];
        product.Descriptions[description] = product.Descriptions.GetValueOrDefault(description) + 1;
        product.Price = Math.Max(product.Price, price);
        if (time < product.FirstSeen)
            product.FirstSeen = time;
        return place;
    }

    public List<RetailProduct> Finish()
    {
        return _products.Select(product => new RetailProduct(product.StockCode, NameOf(product), product.Price, product.FirstSeen)).ToList();
    }

    private static string NameOf(Gathered product)
    {
        return product.Descriptions
            .Where(description => description.Key.Length > 0)
            .OrderByDescending(description => description.Value)
            .ThenBy(description => description.Key, StringComparer.Ordinal)
            .Select(description => description.Key)
            .FirstOrDefault(product.StockCode);
    }

    private sealed class Gathered(string stockCode)
    {
        public string StockCode { get; } = stockCode;
        public Dictionary<string, int> Descriptions { get; } = new(StringComparer.Ordinal);
        public decimal Price { get; set; }
        public DateTime FirstSeen { get; set; }
    }
}
