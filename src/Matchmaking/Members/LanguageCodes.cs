using System.Collections.Frozen;

namespace Matchmaking.Members;

/// <summary>
/// The languages that tags may name, each under one code. The list is the library's own: what is known, and what is one, is the same on
/// every machine, with culture data and without.
/// </summary>
internal static class LanguageCodes
{
    /// <summary>ISO 639-1.</summary>
    private const string TwoLetters =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es "
        + "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj "
        + "kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nd ne ng nl no nr nv ny oc "
        + "oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn "
        + "to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    /// <summary>Living languages of ISO 639-2, those of Unicode's locale data, and some that members speak beside them.</summary>
    private const string ThreeLetters =
        "ace acf ach acm ada ady aeb afb agq ain ajp ale alt anp apc arn arp ars arw ary arz asa ast awa ayc bal ban bar bas bej "
        + "bem bez bgc bho bik bin bjn bla bra brx bua bug byn cad car ccp ceb cgg chk chm chn cho chp chr chy cjy ckb cnr crh csb "
        + "dak dar dav del den dgr din dje doi dsb dua dyo dyu ebu efi egl eka ewo fan fil fon frp frr frs fur gaa gan gay gba gcr "
        + "gil gon gor grb gsw guz gwi hai hak haw hil hmn hsb hsn hup hwc iba ilo inh jam jgo jmc jpr jrb kaa kab kac kam kbd kde "
        + "kea kek kgp kha khq kkj kln kmb kok kos kpe krc krl kru ksb ksf ksh kum kut lad lag lah lam lez lij lkt lmo lol loz lrc "
        + "ltg lua lun luo lus luy mad mag mai mak mam man mas mdf mdr men mer mfe mgh mgo mic min mnc mni moh mos mua mus mwl mwr "
        + "mww myv mzn nan nap naq nds new nhe nia niu nmg nnh nog nqo nso nus nym nyn nyo nzi osa pag pam pap pau pcd pcm pdc pfl "
        + "pms pon quc raj rap rar rcf rgn rmn rof rom rue rup rwk sad sah saq sas sat sbp scn sco sdh seh sel ses sgs shi shn sid "
        + "skr sma smj smn sms snk srn srr suk sus swg syr szl tab tem teo ter tet tig tiv tkl tli tmh tog tpi tsi tum tvl twq tyv "
        + "tzm udm ulk umb vai vec vls vot vro vun wae wal war was wuu xal xog yao yap yav yrl yua yue zap zea zen zgh zun zza";

    /// <summary>
    /// Codes that were replaced (IANA's registry: iw is he), and a macrolanguage's code for the member of it that is meant by it (Unicode's
    /// language aliases: cmn is zh, nb is no). Other members of a macrolanguage are languages of their own: yue is not zh.
    /// </summary>
    private const string Replaced =
        "arb:ar azj:az bcl:bik cmn:zh cwd:cr dgo:doi dik:din diq:zza ekk:et emk:man esk:ik fat:ak tw:ak fuc:ff gaz:om gno:gon "
        + "gug:gn ike:iu kmr:ku knc:kr kng:kg knn:kok kpv:kv lvs:lv mhr:chm khk:mn npi:ne ojg:oj ory:or pbu:ps pes:fa plt:mg "
        + "pnb:lah quz:qu rmy:rom src:sc swh:sw uzn:uz ydd:yi zsm:ms zyb:za nb:no nn:no iw:he in:id ji:yi jw:jv mo:ro sh:sr tl:fil";

    /// <summary>Three letters (ISO 639-2, both forms) of a language that has two.</summary>
    private const string Overlong =
        "aar:aa abk:ab afr:af aka:ak alb:sq amh:am ara:ar arg:an arm:hy asm:as ava:av ave:ae aym:ay aze:az bak:ba bam:bm baq:eu "
        + "bel:be ben:bn bih:bh bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca ces:cs cha:ch che:ce chi:zh chu:cu chv:cv cor:kw "
        + "cos:co cre:cr cym:cy cze:cs dan:da deu:de div:dv dut:nl dzo:dz ell:el eng:en epo:eo est:et eus:eu ewe:ee fao:fo fas:fa "
        + "fij:fj fin:fi fra:fr fre:fr fry:fy ful:ff geo:ka ger:de gla:gd gle:ga glg:gl glv:gv gre:el grn:gn guj:gu hat:ht hau:ha "
        + "heb:he her:hz hin:hi hmo:ho hrv:hr hun:hu hye:hy ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik isl:is "
        + "ita:it jav:jv jpn:ja kal:kl kan:kn kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw kir:ky kom:kv kon:kg kor:ko kua:kj "
        + "kur:ku lao:lo lat:la lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk "
        + "mlg:mg mlt:mt mon:mn mri:mi msa:ms mya:my nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:no nob:no nor:no nya:ny "
        + "oci:oc oji:oj ori:or orm:om oss:os pan:pa per:fa pli:pi pol:pl por:pt pus:ps que:qu roh:rm ron:ro rum:ro run:rn rus:ru "
        + "sag:sg san:sa sin:si slk:sk slo:sk slv:sl sme:se smo:sm sna:sn snd:sd som:so sot:st spa:es sqi:sq srd:sc srp:sr ssw:ss "
        + "sun:su swa:sw swe:sv tah:ty tam:ta tat:tt tel:te tgk:tg tgl:fil tha:th tib:bo tir:ti ton:to tsn:tn tso:ts tuk:tk tur:tr "
        + "twi:ak uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo wel:cy wln:wa wol:wo xho:xh yid:yi yor:yo zha:za zho:zh zul:zu";

    private static readonly FrozenDictionary<string, string> s_codes = Codes();

    /// <summary>The one code of a language; null where it is none.</summary>
    public static string? Of(string code) => s_codes.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Codes()
    {
        Dictionary<string, string> codes = new(StringComparer.OrdinalIgnoreCase);
        foreach (string code in $"{TwoLetters} {ThreeLetters}".Split(' '))
            codes.Add(code, code);
        foreach (string pair in $"{Replaced} {Overlong}".Split(' '))
        {
            string[] sides = pair.Split(':');
            codes[sides[0]] = codes[sides[1]];
        }

        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
