import type { Messages } from "~/platform/i18n";

const refusals = {
	de: {
		invalid: "Bitte prüfen Sie diese Angabe.",
		"choice-missing": "Bitte wählen Sie einen der Wege.",
		"code-wrong": "Diesen Code gibt es nicht. Bitte vergleichen Sie ihn mit dem Brief.",
		"code-old":
			"Der Code ist älter als drei Monate. Bitte lassen Sie sich von der Verwaltung einen neuen Brief schicken.",
		"too-many-attempts": "Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde.",
		"joined-already": "Dieser Sitz ist schon mit einem Konto verbunden.",
		"already-member":
			"Sie sitzen mit diesem Konto schon in diesem Arbeitskreis. Niemand hat zwei Sitze: Bitte melden Sie sich bei der Verwaltung.",
		"account-gone": "Dieses Konto gibt es nicht mehr.",
		"seat-over": "Diese Mitgliedschaft ist beendet.",
	},
	en: {
		invalid: "Please check this entry.",
		"choice-missing": "Please choose one of the ways.",
		"code-wrong": "There is no such code. Please compare it with the letter.",
		"code-old": "The code is older than three months. Please ask the administration for another letter.",
		"too-many-attempts": "Too many attempts. Please wait a quarter of an hour.",
		"joined-already": "This seat is joined to an account already.",
		"already-member":
			"With this account you sit in this working group already. Nobody has two seats: please contact the administration.",
		"account-gone": "This account no longer exists.",
		"seat-over": "This membership has ended.",
	},
};

/** Words of joining a seat to an account. */
export const joiningMessages = {
	de: {
		title: "Sitz mit Ihrem Konto verbinden",
		lead: "Haben Sie einen Sitz in einem Arbeitskreis angenommen, bevor Sie dieses Konto hatten? Verbinden Sie beides: Dann sehen Sie Unterlagen und Termine, schreiben mit und stimmen online ab.",
		byMail: "Angenommen mit Ihrer E-Mail-Adresse",
		byMailText: "Mit der Adresse Ihres Kontos wurde ein Sitz angenommen:",
		byCode: "Mit dem Code aus dem Brief",
		byCodeText: "Der Code steht in dem Brief, den Ihnen die Verwaltung geschickt hat.",
		code: "Code",
		codeHint: "Zwölf Zeichen, zum Beispiel ABCD-EFGH-JKMN. Groß oder klein ist gleich.",
		join: "Verbinden",
		joinLabel: "Sitz verbinden: {group}",
		waiting: "Sitz mit Ihrem Konto verbinden",
		own: {
			title: "Online mitarbeiten",
			none: "Mit einem Konto sehen Sie Unterlagen, Termine und Abstimmungen Ihres Arbeitskreises online. Nehmen Sie dafür dieselbe E-Mail-Adresse; danach kommen Sie hierher zurück und verbinden den Sitz.",
			register: "Konto anlegen",
			signIn: "Anmelden",
			"to-join": "Sie sind mit derselben Adresse angemeldet. Verbinden Sie den Sitz mit Ihrem Konto.",
			"other-address":
				"Sie sind mit einer anderen E-Mail-Adresse angemeldet als der, mit der dieser Sitz angenommen wurde. Melden Sie sich mit jener an, oder lassen Sie sich von der Verwaltung einen Brief mit einem Code schicken.",
			enterCode: "Code eingeben",
			joined: "Der Sitz ist mit einem Konto verbunden. Melden Sie sich an, um mitzuarbeiten.",
		},
		letter: {
			title: "Brief mit Code",
			lead: "Wer ohne Konto einen Sitz hat, verbindet ihn mit dem Code aus diesem Brief mit einem Konto, das später angelegt wird. Nötig ist das nicht: Auch ohne Konto gehört man dazu.",
			once: "Der Code steht nur im Brief. Jeder neue Brief macht den vorigen ungültig; nach drei Monaten gilt er nicht mehr.",
			written: "Zuletzt geschrieben: {date}",
			joined: "Dieser Sitz ist mit einem Konto verbunden. Ein Brief ist nicht nötig.",
			make: "Brief erstellen (PDF)",
			link: "Brief",
			linkLabel: "Brief mit Code für {name}",
		},
		paper: {
			title: "Ihr Sitz: {group}",
			above: "Code für Ihr Konto",
			footer: "Bitte geben Sie diesen Code nicht weiter.",
			to: "Für {name}",
			text: "Sie haben einen Sitz: {group}. Wenn Sie mögen, arbeiten Sie auch online mit: Sie sehen Unterlagen und Termine, schreiben an Texten und stimmen ab.",
			how: "So geht es",
			steps: "Legen Sie ein Konto an oder melden Sie sich an.\nÖffnen Sie {door}\nGeben Sie diesen Code ein:",
			until:
				"Der Code gilt drei Monate und nur einmal. Ohne Konto ändert sich nichts: Einladungen bekommen Sie weiter per Brief.",
		},
		refusals: refusals.de,
	},
	en: {
		title: "Join a seat to your account",
		lead: "Did you accept a seat in a working group before you had this account? Join the two: then you see papers and dates, write together and vote online.",
		byMail: "Accepted with your e-mail address",
		byMailText: "A seat was accepted with the address of your account:",
		byCode: "With the code of the letter",
		byCodeText: "The code stands in the letter that the administration sent you.",
		code: "Code",
		codeHint: "Twelve characters, such as ABCD-EFGH-JKMN. Upper or lower case does not matter.",
		join: "Join",
		joinLabel: "Join the seat: {group}",
		waiting: "Join a seat to your account",
		own: {
			title: "Take part online",
			none: "With an account you see papers, dates and votes of your working group online. Use the same e-mail address; afterwards you come back here and join the seat.",
			register: "Create an account",
			signIn: "Sign in",
			"to-join": "You are signed in with the same address. Join the seat to your account.",
			"other-address":
				"You are signed in with another e-mail address than the one with which this seat was accepted. Sign in with that one, or ask the administration for a letter with a code.",
			enterCode: "Enter the code",
			joined: "The seat is joined to an account. Sign in to take part.",
		},
		letter: {
			title: "Letter with a code",
			lead: "Who has a seat without an account joins it, with the code of this letter, to an account made later. It is not needed: one belongs without an account too.",
			once: "The code stands in the letter only. Each new letter makes the one before useless; after three months it no longer counts.",
			written: "Last written: {date}",
			joined: "This seat is joined to an account. No letter is needed.",
			make: "Make the letter (PDF)",
			link: "Letter",
			linkLabel: "Letter with a code for {name}",
		},
		paper: {
			title: "Your seat: {group}",
			above: "Code for your account",
			footer: "Please do not pass this code on.",
			to: "For {name}",
			text: "You have a seat: {group}. If you like, take part online as well: see papers and dates, write texts and vote.",
			how: "How it works",
			steps: "Create an account or sign in.\nOpen {door}\nEnter this code:",
			until:
				"The code counts for three months and only once. Without an account nothing changes: invitations still come by letter.",
		},
		refusals: refusals.en,
	},
} as const satisfies Messages;
