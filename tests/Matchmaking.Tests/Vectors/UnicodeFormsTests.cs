using System.Text;

namespace Matchmaking.Tests.Vectors;

/// <summary>The library's own forms are those of the platform, wherever the platform has any.</summary>
public sealed class UnicodeFormsTests
{
    private const string Marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030C\u0316\u0323\u0327\u0328\u0331\u0345\u0313";

    private static readonly char[] s_own =
    [
        .. Enumerable.Range(0x20, 0x590 - 0x20).Select(c => (char)c),
        .. Enumerable.Range(0x1D00, 0x2C00 - 0x1D00).Select(c => (char)c),
        .. Enumerable.Range(0xFB00, 0x18).Select(c => (char)c),
        .. Enumerable.Range(0xFF01, 0x5E).Select(c => (char)c),
    ];

    public UnicodeFormsTests() =>
        Assert.SkipUnless("é".Normalize(NormalizationForm.FormD).Length == 2, "The platform has no culture data to compare with.");

    [Fact]
    public void Every_character_has_the_forms_of_the_platform()
    {
        foreach (char c in s_own)
        {
            string text = c.ToString();
            Assert.Equal(text.Normalize(NormalizationForm.FormKD), UnicodeForms.Apart(text));
            Assert.Equal(text.Normalize(NormalizationForm.FormKC), UnicodeForms.Together(text));
        }
    }

    [Fact]
    public void Letters_with_any_marks_in_any_order_have_the_forms_of_the_platform()
    {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Concat(
                Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        s_own[random.Next(s_own.Length)]
                        + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Marks[random.Next(Marks.Length)]))
                    )
            );
            Assert.Equal(text.Normalize(NormalizationForm.FormKD), UnicodeForms.Apart(text));
            Assert.Equal(text.Normalize(NormalizationForm.FormKC), UnicodeForms.Together(text));
        }
    }
}
