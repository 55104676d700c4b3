using System.Text;

namespace Shop.Demo;

/// <summary>A town with the first digits of its postal codes.</summary>
public sealed record Town(string Name, string County, string PostalCode);

/// <summary>The names, towns and habits of one country's people.</summary>
public sealed class People
{
    public required string Country { get; init; }
    public required string LanguageCode { get; init; }
    public required string CurrencyCode { get; init; }
    public required string TimeZoneId { get; init; }
    public required string PhonePrefix { get; init; }
    public required string VatPrefix { get; init; }
    public required decimal TaxRate { get; init; }
    public required string[] FemaleNames { get; init; }
    public required string[] MaleNames { get; init; }
    public required string[] LastNames { get; init; }
    public required Town[] Towns { get; init; }
    public required string[] Streets { get; init; }
    public required string[] CompanyForms { get; init; }

    /// <summary>Whether the house number stands before the street.</summary>
    public bool NumberFirst { get; init; }

    /// <summary>A postal code of the town: '#' stands for any digit, '@' for any letter.</summary>
    public static string PostalCode(SeededRandom random, Town town)
    {
        var code = new StringBuilder(town.PostalCode.Length);
        foreach (var sign in town.PostalCode)
        {
            code.Append(sign switch
            {
                '#' => (char)('0' + random.Next(10)),
                '@' => "ABDEFGHJLNPQRSTUWXYZ"[random.Next(20)],
                _ => sign
            });
        }

        return code.ToString();
    }

    /// <summary>A name as it can stand before the @ of an address: "Zoë O'Brien-Müller" becomes "zoe.obrien-mueller".</summary>
    public static string MailboxOf(string firstName, string lastName)
    {
        var mailbox = new StringBuilder();
        foreach (var sign in $"{firstName}.{lastName}".ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            switch (sign)
            {
                case 'ä':
                    mailbox.Append("ae");
                    break;
                case 'ö':
                    mailbox.Append("oe");
                    break;
                case 'ü':
                    mailbox.Append("ue");
                    break;
                case 'ß':
                    mailbox.Append("ss");
                    break;
                default:
                    // Accents, apostrophes and spaces have no place in a mailbox.
                    foreach (var part in sign.ToString().Normalize(NormalizationForm.FormD))
                    {
                        if (char.IsAsciiLetter(part) || part is '.' or '-')
                            mailbox.Append(part);
                    }

                    break;
            }
        }

        return mailbox.ToString();
    }

    public static readonly People Germany = new()
    {
        Country = "Germany",
        LanguageCode = "de",
        CurrencyCode = "EUR",
        TimeZoneId = "Europe/Berlin",
        PhonePrefix = "+49",
        VatPrefix = "DE",
        TaxRate = 0.19M,
        FemaleNames = Words("""
            Anna Lena Marie Sophie Hannah Mia Emma Lea Katharina Julia Sabine Petra Monika Ursula Birgit Käthe Jördis Bärbel Gülsen Ayşe
            Anneliese Franziska Johanna Clara Frieda Ida Paula Greta Nele Svenja Wiebke Antje Heike Claudia Susanne Stefanie Anja Miriam
            Elif Fatma Zoé Chiara Marlene Rosa-Maria Anna-Lena Eva-Maria Hildegard Gisela Renate Doris
            """),
        MaleNames = Words("""
            Lukas Leon Finn Jonas Paul Maximilian Felix Jürgen Jörg Günther Björn Sören Götz Thomas Andreas Stefan Michael Wolfgang Klaus
            Uwe Bernd Hans-Peter Karl-Heinz Jan-Ole Matthias Sebastian Tobias Florian Moritz Emil Anton Oskar Henry Mats Till Kai Hauke
            Mehmet Emre Yusuf Cem Piotr Giovanni Tim Ben Niklas Fabian Christian Rüdiger Volker
            """),
        LastNames = Words("""
            Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann
            Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Köhler Herrmann König Walter
            Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Keller Winkler Berger Roth Beck
            Lorenz Baumann Franke Böhm Jäger Vogt Sommer Groß Seidel Brandt Haas Yılmaz Öztürk Kowalski Özdemir Nguyễn
            Müller-Lüdenscheid Schmidt-Rüttgers Leutheusser-Krohn Hülsmann Dörr Büttner Kühn Flöter Strauß Weißmüller
            """),
        Towns =
        [
            new("Berlin", "Berlin", "10###"), new("Hamburg", "Hamburg", "20###"), new("München", "Bayern", "80###"),
            new("Köln", "Nordrhein-Westfalen", "50###"), new("Frankfurt am Main", "Hessen", "60###"), new("Stuttgart", "Baden-Württemberg", "70###"),
            new("Düsseldorf", "Nordrhein-Westfalen", "40###"), new("Leipzig", "Sachsen", "04###"), new("Dresden", "Sachsen", "01###"),
            new("Nürnberg", "Bayern", "90###"), new("Bremen", "Bremen", "28###"), new("Hannover", "Niedersachsen", "30###"),
            new("Münster", "Nordrhein-Westfalen", "48###"), new("Freiburg im Breisgau", "Baden-Württemberg", "79###"),
            new("Göttingen", "Niedersachsen", "37###"), new("Lübeck", "Schleswig-Holstein", "23###"), new("Tübingen", "Baden-Württemberg", "72###"),
            new("Würzburg", "Bayern", "97###")
        ],
        Streets = Lines("""
            Hauptstraße
            Bahnhofstraße
            Gartenweg
            Schillerstraße
            Goethestraße
            Am Mühlbach
            Lindenallee
            Kirchgasse
            Bergstraße
            Rosenweg
            Königsberger Straße
            An der Weide
            """),
        CompanyForms = ["{0} GmbH", "{0} & Söhne KG", "{0} AG", "Fahrradhaus {0}", "{0} Sport GmbH", "Hotel {0}"]
    };

    public static readonly People Netherlands = new()
    {
        Country = "Netherlands",
        LanguageCode = "nl",
        CurrencyCode = "EUR",
        TimeZoneId = "Europe/Amsterdam",
        PhonePrefix = "+31",
        VatPrefix = "NL",
        TaxRate = 0.21M,
        FemaleNames = Words("""
            Emma Sanne Lotte Fleur Anouk Femke Noor Julia Tess Sophie Eva Lieke Roos Maud Isa Nina Marieke Saskia Ingrid Wilma Truus Zoë
            Loïs Noëlle Chloë Anne-Fleur Marjolein Annemieke Jolanda Esmée Renée Fatima Naoual Priya Hanneke Mirjam Karin Ilse Elise Jet
            """),
        MaleNames = Words("""
            Daan Sem Bram Lucas Thijs Jesse Milan Lars Ruben Sjoerd Joost Pieter Jan Kees Willem Henk Gijs Floris Diederik Jeroen Martijn Bas
            Noël Daniël Raphaël Jan-Willem Evert-Jan Tygo Stijn Koen Maarten Wouter Hidde Jelle Mohammed Youssef Rutger Sven Tijn Olivier
            """),
        LastNames = Lines("""
            de Jong
            Jansen
            de Vries
            van den Berg
            van Dijk
            Bakker
            Janssen
            Visser
            Smit
            Meijer
            de Boer
            Mulder
            de Groot
            Bos
            Vos
            Peters
            Hendriks
            van Leeuwen
            Dekker
            Brouwer
            de Wit
            Dijkstra
            Smits
            de Graaf
            van der Meer
            van der Linden
            Kok
            Jacobs
            de Haan
            Vermeulen
            van den Heuvel
            van der Veen
            van den Broek
            de Bruijn
            van 't Hoff
            in 't Veld
            op 't Hof
            d'Hondt
            Coëlho
            Beëtsma
            Hoekstra
            Kuipers
            Postma
            El Idrissi
            Ramdin
            Bakker-de Vries
            Jansen-van Vliet
            Schuurmans
            IJzerman
            Wolters
            """),
        Towns =
        [
            new("Amsterdam", "Noord-Holland", "10## @@"), new("Rotterdam", "Zuid-Holland", "30## @@"), new("Utrecht", "Utrecht", "35## @@"),
            new("'s-Gravenhage", "Zuid-Holland", "25## @@"), new("Eindhoven", "Noord-Brabant", "56## @@"), new("Groningen", "Groningen", "97## @@"),
            new("'s-Hertogenbosch", "Noord-Brabant", "52## @@"), new("Haarlem", "Noord-Holland", "20## @@"), new("Leiden", "Zuid-Holland", "23## @@"),
            new("Nijmegen", "Gelderland", "65## @@"), new("Zwolle", "Overijssel", "80## @@"), new("Maastricht", "Limburg", "62## @@")
        ],
        Streets = Lines("""
            Kerkstraat
            Dorpsstraat
            Molenweg
            Prinsengracht
            Julianalaan
            Nieuwstraat
            Stationsweg
            Schoolstraat
            Wilhelminastraat
            Beatrixlaan
            Oude Zijl
            Havenkade
            """),
        CompanyForms = ["{0} B.V.", "Rijwielhandel {0}", "{0} & Zn.", "Stichting {0}", "Camping {0}", "{0} Groep B.V."]
    };

    public static readonly People UnitedKingdom = new()
    {
        Country = "United Kingdom",
        LanguageCode = "en",
        CurrencyCode = "GBP",
        TimeZoneId = "Europe/London",
        PhonePrefix = "+44",
        VatPrefix = "GB",
        TaxRate = 0.20M,
        NumberFirst = true,
        FemaleNames = Words("""
            Olivia Amelia Isla Ava Emily Sophie Grace Poppy Charlotte Jessica Lucy Hannah Eleanor Margaret Susan Karen Siân Niamh Aoife Zoë
            Chloe Priya Aisha Fatima Sarah-Jane Mary-Ann Rosie Imogen Harriet Beatrice Gwen Morag Fiona Eilidh Joanna Rachel Rebecca Amy Laura Kate
            """),
        MaleNames = Words("""
            Oliver George Harry Noah Jack Leo Arthur Muhammad Oscar Charlie James William Henry Thomas Joshua Alexander Edward Rhys Owain Callum
            Angus Hamish Seán Declan Kevin Ian Graham Nigel Clive Trevor Simon Andrew Jean-Paul Imran Raj Daniel Matthew Luke Adam Ben
            """),
        LastNames = Lines("""
            Smith
            Jones
            Taylor
            Brown
            Williams
            Wilson
            Johnson
            Davies
            Patel
            Robinson
            Wright
            Thompson
            Evans
            Walker
            White
            Roberts
            Green
            Hall
            Wood
            Jackson
            Clarke
            Khan
            Hughes
            Edwards
            Turner
            Hill
            Moore
            Cooper
            Ward
            Morris
            O'Brien
            O'Connor
            O'Neill
            D'Arcy
            MacDonald
            McKenzie
            Campbell
            Stewart
            Murray
            Begum
            Singh
            Ahmed
            Fitzgerald-Hughes
            Ashworth-Lee
            Spencer-Churchwood
            Bowes-Linton
            Lloyd
            Griffiths
            Pritchard
            Whittaker
            Featherstone
            Okafor
            Adeyemi
            Nowak
            """),
        Towns =
        [
            new("London", "Greater London", "SE# #@@"), new("Manchester", "Greater Manchester", "M# #@@"), new("Birmingham", "West Midlands", "B# #@@"),
            new("Leeds", "West Yorkshire", "LS# #@@"), new("Glasgow", "Lanarkshire", "G# #@@"), new("Edinburgh", "Midlothian", "EH# #@@"),
            new("Bristol", "Avon", "BS# #@@"), new("Cardiff", "South Glamorgan", "CF# #@@"), new("Belfast", "County Antrim", "BT# #@@"),
            new("Newcastle upon Tyne", "Tyne and Wear", "NE# #@@"), new("Stratford-upon-Avon", "Warwickshire", "CV# #@@"),
            new("King's Lynn", "Norfolk", "PE# #@@"), new("Brighton", "East Sussex", "BN# #@@")
        ],
        Streets = Lines("""
            High Street
            Station Road
            Church Lane
            Victoria Road
            Mill Lane
            King's Road
            Queen Street
            Park Avenue
            The Crescent
            Albert Terrace
            Orchard Close
            Bishop's Way
            """),
        CompanyForms = ["{0} Ltd", "{0} & Sons Ltd", "{0} Cycles", "The {0} Inn", "{0} Trading plc", "{0} Outdoor Ltd"]
    };

    private static string[] Words(string text)
    {
        return text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string[] Lines(string text)
    {
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
