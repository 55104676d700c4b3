namespace Shop.Demo;

/// <summary>
/// The shop's departments, written down as a reader sees them: two spaces a level, five levels at the deepest.
/// A line that ends with a price range holds products: "name : from-to : makers : products".
/// </summary>
internal static class CatalogueOutline
{
    public const string Text = """
        Bikes
          Bicycles
            Mountain bikes
              Hardtails
                Trail hardtails : 749-1899 : Bergwind, Halden : Trail hardtail 29; Trail hardtail 27.5; Women's trail hardtail
                Cross-country hardtails : 899-2799 : Bergwind, Sturmvogel : Cross-country hardtail; Carbon cross-country hardtail
              Full suspension : 1899-4599 : Bergwind, Halden : Trail full suspension bike; Enduro bike; Downcountry bike
            City and touring
              Touring bikes
                Step-through touring bikes : 599-1299 : Polderwerk, Veloria : Step-through touring bike; Comfort touring bike
                Diamond-frame touring bikes : 649-1499 : Polderwerk, Veloria : Touring bike; Expedition bike
              City bikes : 399-899 : Polderwerk, Lowlander : City bike; Grandma bike; Folding bike; Cargo trailer bike
            Electric bikes
              Electric city bikes
                Low-entry electric city bikes : 1699-2999 : Polderwerk, Lowlander : Low-entry e-bike; Belt-drive e-bike
                Compact electric city bikes : 1499-2499 : Lowlander, Veloria : Compact e-bike; Folding e-bike
              Electric mountain bikes : 2799-5499 : Bergwind, Halden : Electric hardtail; Electric full suspension bike
            Children's bikes : 99-449 : Pip & Pebble, Veloria : Balance bike; 16 inch children's bike; 20 inch children's bike; 24 inch youth bike
          Bike parts
            Drivetrain : 9-189 : Cogsmith, Sturmvogel : Chain 11-speed; Cassette 11-34; Crankset; Rear derailleur; Bottom bracket
            Wheels and tyres
              Tyres
                Road tyres : 18-64 : Gripwell : Road tyre 28-622; Tubeless road tyre 32-622
                Mountain bike tyres : 22-69 : Gripwell : Trail tyre 29 x 2.4; Enduro tyre 29 x 2.5
              Wheels : 89-899 : Cogsmith, Sturmvogel : Front wheel 28 inch; Rear wheel 28 inch; Carbon wheel set
              Inner tubes : 4-12 : Gripwell : Inner tube 28 inch; Inner tube 29 inch; Inner tube 20 inch
            Brakes : 7-149 : Cogsmith : Disc brake pads; Hydraulic disc brake; Brake cable set; Brake rotor 180 mm
            Saddles : 24-139 : Veloria, Oakmere : Leather saddle; Gel saddle; Race saddle
          Bike accessories
            Lights : 14-119 : Nordlicht : Rear light; Front light 60 lux; Light set USB; Dynamo front light
            Locks : 19-129 : Ironside : Folding lock; U-lock; Chain lock 110 cm; Cable lock
            Bags : 25-159 : Tannhof, Oakmere : Waterproof pannier; Handlebar bag; Saddle bag; Commuter backpack
            Pumps and tools : 9-89 : Cogsmith : Floor pump; Mini pump; Multi-tool 18; Repair kit; Chain tool
            Helmets
              Adult helmets : 39-219 : Halden, Veloria : City helmet; Mountain bike helmet; Road helmet
              Children's helmets : 25-69 : Pip & Pebble : Toddler helmet; Children's helmet
        Outdoor
          Camping
            Tents
              Trekking tents
                One-person trekking tents : 149-449 : Tannhof, Fjellrev : Solo tent; Ultralight solo tent
                Two-person trekking tents : 199-699 : Tannhof, Fjellrev : Two-person tunnel tent; Two-person dome tent
              Family tents : 249-899 : Tannhof, Lowlander : Four-person family tent; Six-person family tent; Inflatable family tent
              Tent accessories : 6-59 : Tannhof : Ground sheet; Tent pegs set; Guy rope set; Tarp 3 x 3 m
            Sleeping
              Sleeping bags : 49-389 : Fjellrev, Tannhof : Summer sleeping bag; Three-season sleeping bag; Down sleeping bag; Children's sleeping bag
              Sleeping mats : 19-189 : Fjellrev : Self-inflating mat; Foam mat; Ultralight air mat
            Camp kitchen : 12-149 : Kestrel & Finch, Tannhof : Gas stove; Cook set for two; Insulated mug; Spork set; Water filter
            Camping furniture : 24-179 : Lowlander : Folding chair; Folding table; Hammock; Camp bed
          Hiking
            Backpacks : 39-289 : Fjellrev, Oakmere : Day pack 20 l; Trekking backpack 55 l; Child carrier; Hydration pack
            Walking boots : 89-269 : Halden, Tannhof : Women's hiking boot; Men's hiking boot; Approach shoe; Children's hiking boot
            Trekking poles : 29-149 : Halden : Trekking poles aluminium; Trekking poles carbon
            Navigation : 19-329 : Nordlicht : Compass; GPS handheld; Head torch; Emergency whistle
          Outdoor clothing
            Jackets
              Rain jackets : 69-349 : Fjellrev, Brightwater : Women's rain jacket; Men's rain jacket; Packable rain jacket
              Down jackets : 99-399 : Fjellrev : Women's down jacket; Men's down jacket; Down vest
            Base layers : 29-99 : Brightwater, Halden : Merino shirt; Merino leggings; Thermal shirt
            Socks and gloves : 9-59 : Brightwater : Hiking socks; Merino socks; Winter gloves; Wool hat
        Home
          Kitchen
            Cookware : 24-249 : Kestrel & Finch, Oakmere : Cast iron pot; Frying pan 28 cm; Saucepan set; Wok; Roasting tin
            Coffee and tea
              Coffee makers
                Espresso machines : 149-899 : Brightwater, Kestrel & Finch : Espresso machine; Bean-to-cup machine
                Filter coffee makers : 29-159 : Brightwater : Filter coffee maker; Pour-over set
              Teapots : 14-79 : Kestrel & Finch : Stoneware teapot; Glass teapot; Tea infuser
            Tableware : 5-89 : Kestrel & Finch, Oakmere : Stoneware plate; Cereal bowl; Mug; Glass set of six; Cutlery set
            Knives and boards : 15-179 : Ironside, Oakmere : Chef's knife; Bread knife; Oak chopping board; Knife sharpener
          Living
            Lamps : 29-279 : Nordlicht : Floor lamp; Desk lamp; Paper lantern; Reading light
            Textiles
              Bed linen
                Linen bed sets : 79-199 : Brightwater : Linen duvet cover; Linen pillow case
                Cotton bed sets : 29-99 : Brightwater : Cotton duvet cover; Fitted sheet; Flannel duvet cover
              Blankets : 24-149 : Brightwater, Oakmere : Wool blanket; Fleece blanket; Picnic blanket
              Towels : 8-49 : Brightwater : Bath towel; Hand towel; Beach towel
            Storage : 9-129 : Oakmere, Lowlander : Wicker basket; Storage box; Coat rack; Shoe rack
          Garden
            Garden tools : 9-99 : Ironside : Spade; Secateurs; Garden fork; Rake; Hedge shears
            Garden furniture : 39-599 : Lowlander, Oakmere : Garden chair; Garden table; Parasol; Sun lounger; Garden bench
            Pots and plants : 4-69 : Oakmere : Terracotta pot; Herb seed set; Raised bed; Watering can
            Barbecue : 19-499 : Ironside, Tannhof : Charcoal barbecue; Gas barbecue; Barbecue tongs; Fire bowl
        Toys and games
          Wooden toys : 9-89 : Pip & Pebble : Building blocks; Wooden train set; Marble run; Stacking rings; Doll's house
          Board games : 14-64 : Foxglove Games : Strategy game; Family game; Card game; Cooperative game; Party quiz
          Outdoor toys : 8-139 : Pip & Pebble, Foxglove Games : Kite; Frisbee; Scooter; Bubble machine; Boules set
        Sports
          Fitness : 9-349 : Halden, Brightwater : Yoga mat; Kettlebell 12 kg; Resistance bands; Dumbbell set; Rowing machine
          Running : 19-179 : Sturmvogel, Halden : Women's running shoe; Men's running shoe; Running vest; Reflective belt
          Water sports : 19-699 : Brightwater : Swimming goggles; Dry bag; Inflatable paddle board; Neoprene shoes
          Winter sports : 15-399 : Fjellrev, Halden : Snowshoes; Ski goggles; Sledge; Ice skates
        Electronics
          Sound : 19-299 : Nordlicht : Portable speaker; In-ear headphones; Radio; Turntable
          Power : 12-199 : Nordlicht : Power bank 20,000 mAh; Solar charger; USB charger 65 W; Battery set
        Gift ideas
          Gift sets : 15-79 : Kestrel & Finch, Foxglove Games : Picnic set; Breakfast set; Cyclist's care set; Gardener's set
          Books : 9-39 : Foxglove Games : Bike touring guide; Camp cooking book; Bird guide; Baking book
        """;
}
