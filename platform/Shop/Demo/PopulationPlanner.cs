namespace Shop.Demo;

/// <summary>Decides who comes to the shop, when, and when they buy. Nothing is written here.</summary>
internal sealed class PopulationPlanner(DemoOptions options, SalesCalendar calendar, DateTime now, int departments)
{
    private static readonly (CustomerKind Kind, double Share)[] _mix =
    [
        (CustomerKind.Browser, 0.09),
        (CustomerKind.OneTime, 0.31),
        (CustomerKind.Newcomer, 0.06),
        (CustomerKind.Occasional, 0.20),
        (CustomerKind.Loyal, 0.11),
        (CustomerKind.Lapsing, 0.11),
        (CustomerKind.Bulk, 0.03),
        (CustomerKind.DiscountLover, 0.09)
    ];

    private static readonly double[] _runningMix = RunningMix();

    /// <summary>The customers in the order of their registration, each with its orders' times.</summary>
    public List<CustomerPlan> Plan()
    {
        var plans = new List<CustomerPlan>(options.Customers + options.Guests);
        for (var i = 0; i < options.Customers; i++)
        {
            var random = new SeededRandom(options.Seed, "customer", i);
            plans.Add(Draw(random, _mix[random.PickWeighted(_runningMix)].Kind));
        }

        for (var i = 0; i < options.FormerCustomers; i++)
            plans.Add(Draw(new SeededRandom(options.Seed, "former", i), CustomerKind.OneTime, isFormer: true));
        for (var i = 0; i < options.Guests; i++)
            plans.Add(Draw(new SeededRandom(options.Seed, "guest", i), CustomerKind.Guest));

        ShareOutOrders(plans);
        for (var i = 0; i < plans.Count; i++)
            SetTimes(plans[i], new SeededRandom(options.Seed, "times", i));
        // A stable sort: who registers in the same second keeps the order of drawing.
        return plans.OrderBy(plan => plan.RegisteredUtc).ToList();
    }

    private CustomerPlan Draw(SeededRandom random, CustomerKind kind, bool isFormer = false)
    {
        var nation = random.NextDouble();
        return new CustomerPlan
        {
            Kind = kind,
            IsFormer = isFormer,
            People = nation < 0.48 ? People.Germany : nation < 0.72 ? People.Netherlands : People.UnitedKingdom,
            Favourite = random.Next(departments),
            Weight = Weight(random, kind)
        };
    }

    // The tail is long: a few customers buy many times as often as most.
    private static double Weight(SeededRandom random, CustomerKind kind)
    {
        var tail = 0.5 / Math.Sqrt(0.04 + random.NextDouble());
        return kind switch
        {
            CustomerKind.Newcomer => 0.3 * tail,
            CustomerKind.Occasional => 1.2 * tail,
            CustomerKind.Loyal => 5.5 * tail,
            CustomerKind.Lapsing => 3.2 * tail,
            CustomerKind.Bulk => 4 * tail,
            CustomerKind.DiscountLover => 3 * tail,
            _ => 0
        };
    }

    /// <summary>Gives out exactly as many orders as were asked for.</summary>
    private void ShareOutOrders(List<CustomerPlan> plans)
    {
        var left = options.Orders;
        foreach (var plan in plans.Where(plan => plan.Kind is not CustomerKind.Browser))
        {
            if (left == 0)
                return;
            plan.OrderCount = 1;
            left--;
        }

        var regulars = plans.Where(plan => plan.Weight > 0).ToList();
        var weights = regulars.Sum(plan => plan.Weight);
        if (regulars.Count == 0)
        {
            // A shop of one or two customers, and none of them a regular.
            plans[0].OrderCount += left;
            return;
        }

        // Rounding the running sum, not each share, makes the whole exact.
        var running = 0.0;
        var given = 0;
        foreach (var plan in regulars)
        {
            running += plan.Weight;
            var due = (int)Math.Round(left * (running / weights));
            plan.OrderCount += due - given;
            given = due;
        }

        regulars[^1].OrderCount += left - given;
    }

    private void SetTimes(CustomerPlan plan, SeededRandom random)
    {
        switch (plan.Kind)
        {
            case CustomerKind.Guest:
            case CustomerKind.OneTime:
                var bought = calendar.Between(random, calendar.Opened, now);
                plan.RegisteredUtc = Earlier(bought, random.Between(2, 90));
                plan.OrderTimesUtc = Spread(plan, random, bought, bought);
                break;
            case CustomerKind.Browser:
                plan.RegisteredUtc = calendar.Between(random, calendar.Opened, now);
                break;
            case CustomerKind.Newcomer:
                plan.RegisteredUtc = calendar.Between(random, now.AddDays(-60), now);
                plan.OrderTimesUtc = Spread(plan, random, plan.RegisteredUtc, now);
                break;
            case CustomerKind.Lapsing:
                var stopped = now.AddDays(-random.Between(120, 500));
                plan.RegisteredUtc = Arrival(random, stopped.AddDays(-60));
                plan.OrderTimesUtc = Spread(plan, random, plan.RegisteredUtc, stopped);
                break;
            case CustomerKind.Loyal:
                plan.RegisteredUtc = Arrival(random, now.AddDays(-120));
                plan.OrderTimesUtc = Spread(plan, random, plan.RegisteredUtc, now);
                break;
            default:
                plan.RegisteredUtc = Arrival(random, now.AddDays(-20));
                plan.OrderTimesUtc = Spread(plan, random, plan.RegisteredUtc, now);
                break;
        }
    }

    // Half of the regulars came in the first months: a shop whose regulars all came later would have sold next to nothing at first.
    private DateTime Arrival(SeededRandom random, DateTime latest)
    {
        var until = random.Chance(0.5) ? Min(calendar.Opened.AddDays(120), latest) : latest;
        return calendar.Between(random, calendar.Opened, until);
    }

    // One order in each of equal stretches of time keeps a customer's pace; the calendar moves it to a day when people buy,
    // in the stretch before or after if need be.
    private DateTime[] Spread(CustomerPlan plan, SeededRandom random, DateTime from, DateTime to)
    {
        var times = new DateTime[plan.OrderCount];
        if (times.Length == 0)
            return times;
        times[0] = plan.Kind is CustomerKind.Guest or CustomerKind.OneTime ? from : Later(from, random.Between(3, 60), to);
        var stretch = (to - times[0]) / times.Length;
        for (var i = 1; i < times.Length; i++)
            times[i] = calendar.Between(random, times[0] + stretch * (i - 1), Min(times[0] + stretch * (i + 2), to));
        Array.Sort(times);
        return times;
    }

    private DateTime Earlier(DateTime moment, int minutes)
    {
        var earlier = moment.AddMinutes(-minutes);
        return earlier < calendar.Opened ? calendar.Opened : earlier;
    }

    private static DateTime Later(DateTime moment, int minutes, DateTime limit)
    {
        var later = moment.AddMinutes(minutes);
        return Min(later, limit);
    }

    private static DateTime Min(DateTime one, DateTime other)
    {
        return one < other ? one : other;
    }

    private static double[] RunningMix()
    {
        var sum = 0.0;
        return _mix.Select(part => sum += part.Share).ToArray();
    }
}
