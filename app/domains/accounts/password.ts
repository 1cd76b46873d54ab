/** Length in characters (OWASP ASVS 5.0, 6.2: at least 8, long ones allowed, no rules about kinds of characters). */
const passwordLength = { least: 10, most: 200 } as const;

/** The most frequent of ten and more characters in published leaks, and German favourites; matched whole, digits at the end aside. */
const common = new Set([
	"0123456789",
	"1122334455",
	"1234512345",
	"12345678910",
	"123456789a",
	"1234567890",
	"0987654321",
	"1111111111",
	"1q2w3e4r5t",
	"1qaz2wsx3edc",
	"abcdefghij",
	"abcd123456",
	"adminadmin",
	"administrator",
	"andernach",
	"arschloch",
	"baseballs",
	"beteiligung",
	"basketball",
	"bundesliga",
	"changemeplease",
	"deutschland",
	"dragonball",
	"einhundert",
	"fussballgott",
	"gemeinwerk",
	"geheimgeheim",
	"hallohallo",
	"herzlichen",
	"ichliebedich",
	"iloveyou",
	"internet",
	"kennwortkennwort",
	"koblenz",
	"leverkusen",
	"letmeinletmein",
	"liverpool",
	"mayenkoblenz",
	"mayen-koblenz",
	"meinpasswort",
	"michaeljackson",
	"mypassword",
	"passwort",
	"passwortpasswort",
	"password",
	"passwordpassword",
	"qwertyuiop",
	"qwertzuiop",
	"qwertzuiopü",
	"qwerty",
	"qwertz",
	"qwertzqwertz",
	"rheinlandpfalz",
	"schalke",
	"schatzi",
	"schnuckelchen",
	"sommer",
	"sonnenschein",
	"startstart",
	"superman",
	"supermario",
	"testtest",
	"testtesttest",
	"unbekannt",
	"verwaltung",
	"willkommen",
	"winter",
	"zaq12wsxcde",
]);

export type PasswordRefusal = "password-short" | "password-long" | "password-common" | "password-personal";

/**
 * Judges a new password against its length, the common ones and what everybody knows of its owner.
 * @param known address and names of the owner
 * @returns the first reason against it, or null when it may be taken
 */
export function judgePassword(password: string, known: readonly (string | null)[]): PasswordRefusal | null {
	const length = [...password].length;
	if (length < passwordLength.least) return "password-short";
	if (length > passwordLength.most) return "password-long";
	const plain = password.toLowerCase().replace(/\s/g, "");
	if (common.has(plain) || common.has(plain.replace(/[\d!?.*#_-]+$/, "")) || new Set(plain).size < 4) {
		return "password-common";
	}
	const words = known
		.flatMap((text) => (text ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u))
		.filter((word) => word.length > 3);
	const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
	// What is left when the own names are taken out must still be a secret.
	return rest.replace(/[^\p{L}\p{N}]/gu, "").length < 6 && rest !== plain ? "password-personal" : null;
}
