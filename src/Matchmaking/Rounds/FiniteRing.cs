namespace Matchmaking.Rounds;

/// <summary>
/// A ring of a given order: the product of the fields whose orders are the prime powers of that order, so a field where the order is a
/// prime power. Elements are numbers from 0.
/// </summary>
internal sealed class FiniteRing
{
    private readonly List<(int Prime, int Order, int[] Products)> _fields = [];

    /// <param name="order">The number of elements, 2..128.</param>
    public FiniteRing(int order)
    {
        Order = Guard.InRange(order, 2, 128);
        for (int prime = 2, rest = order; rest > 1; prime++)
        {
            int power = 1;
            for (; rest % prime == 0; rest /= prime)
                power *= prime;
            if (power > 1)
                _fields.Add((prime, power, Products(prime, power)));
        }
    }

    public int Order { get; }

    /// <summary>How many elements there are of which any two differ by a unit: as many as the smallest field has.</summary>
    public int Spread => _fields.Min(one => one.Order);

    public int Add(int a, int b) => Each(a, b, (field, x, y) => AddDigits(x, y, field.Prime));

    public int Multiply(int a, int b) => Each(a, b, (field, x, y) => field.Products[(x * field.Order) + y]);

    /// <summary>One of the <see cref="Spread"/> elements that differ by units, by number.</summary>
    public int Apart(int number)
    {
        int element = 0;
        foreach ((_, int order, _) in Enumerable.Reverse(_fields))
            element = (element * order) + number;
        return element;
    }

    private int Each(int a, int b, Func<(int Prime, int Order, int[] Products), int, int, int> apply)
    {
        (int result, int place) = (0, 1);
        foreach ((int Prime, int Order, int[] Products) field in _fields)
        {
            result += place * apply(field, a / place % field.Order, b / place % field.Order);
            place *= field.Order;
        }

        return result;
    }

    private static int AddDigits(int a, int b, int prime)
    {
        int sum = 0;
        for (int place = 1; a > 0 || b > 0; place *= prime, a /= prime, b /= prime)
            sum += place * ((a + b) % prime);
        return sum;
    }

    /// <summary>
    /// The products of a field of a prime power: polynomials over the prime's field, modulo the first one of their degree for which no
    /// product of two others is 0.
    /// </summary>
    private static int[] Products(int prime, int order)
    {
        for (int modulus = 0; ; modulus++)
        {
            int[] products = new int[order * order];
            for (int a = 1; a < order; a++)
            {
                for (int b = 1; b < order; b++)
                    products[(a * order) + b] = Product(a, b, modulus, prime, order);
            }

            if (!Enumerable.Range(order, products.Length - order).Any(i => i % order != 0 && products[i] == 0))
                return products;
        }
    }

    /// <summary>The product of two polynomials, their coefficients the digits, where the highest power is minus the modulus.</summary>
    private static int Product(int a, int b, int modulus, int prime, int order)
    {
        int product = 0;
        for (; b > 0; b /= prime)
        {
            for (int i = 0; i < b % prime; i++)
                product = AddDigits(product, a, prime);
            int top = a / (order / prime);
            a = a % (order / prime) * prime;
            for (int i = 0; i < (prime - top) % prime; i++)
                a = AddDigits(a, modulus, prime);
        }

        return product;
    }
}
