using System.Collections.Frozen;

namespace Matchmaking.Wording;

/// <summary>The letters of a topic inside a sentence: small ones but for names, acronyms and nouns of languages that keep theirs.</summary>
internal static class TopicCase
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        """
        Ada Agile Airtable Angular Ansible Arduino Azure Bash Blender Bluetooth Bootstrap Canva Clojure Cobol Dart Debian Delphi
        Django Docker Drupal Elixir Elm Erlang Excel Facebook Fairphone Feldenkrais Figma Firebase Firefox Flask Flutter Fortran
        Godot Google Go Grafana Haskell Hibernate Instagram Java Jenkins Joomla Julia Jupyter Kafka Kotlin Kubernetes Laravel
        Lego Lightroom Linux Lisp Lua Magento Mastodon Maven Minecraft Montessori Moodle Nextcloud Nix Notion Numpy Odoo Oracle
        Pandas Perl Photoshop Prezi Prolog Prometheus Puppet Python Quarkus Rails Raspberry React Redis Ruby Rust Salesforce
        Scala Scratch Scrum Shakespeare Spotify Spring Sketchup Slack Svelte Swift Symfony Tableau Telegram Terraform Twitch
        Twitter Ubuntu Unity Unreal Vagrant Vue Wikipedia Windows Wordpress Zoom Zotero
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    /// <param name="topic">The topic as it is spelled.</param>
    /// <param name="isName">Whether the community writes it as a name.</param>
    /// <param name="phrases">The language of the sentence.</param>
    public static string InSentence(string topic, bool isName, Phrases phrases)
    {
        if (isName || phrases.KeepsCapitals || !HasUpper(topic))
            return topic;
        string[] words = topic.Split(' ');
        // "Pain Au Levain", "JARDINAGE"; but in "Histoire de France" the capital inside says something.
        bool isTitle = Array.TrueForAll(words, static word => word.Length == 0 || !char.IsLower(word[0]));
        bool isShouted = !topic.Any(char.IsLower) && Array.Exists(words, static word => word.Count(char.IsLetter) > 5);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 0 && (i == 0 || isTitle || isShouted))
                words[i] = Small(words[i], isShouted, phrases);
        }

        return string.Join(' ', words);
    }

    private static string Small(string word, bool isShouted, Phrases phrases)
    {
        if (isShouted)
            return word.ToLowerInvariant();
        string bare = word.Trim('(', ')', '«', '»', '"', ',');
        // "JavaScript", "DIY", "C": what has a capital inside, or is a letter, is written so.
        bool isPlain = char.IsUpper(word[0]) && word.Length > 1 && !HasUpper(word.AsSpan(1)) && word.Skip(1).Any(char.IsLower);
        return !isPlain || s_names.Contains(bare) || phrases.IsLanguageName(bare) ? word : char.ToLowerInvariant(word[0]) + word[1..];
    }

    private static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (char.IsUpper(letter))
                return true;
        }

        return false;
    }
}
