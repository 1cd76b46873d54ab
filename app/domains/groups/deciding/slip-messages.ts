import type { Messages } from "~/platform/i18n";

/** Words of paper slips in a secret vote. */
export const slipMessages = {
	de: {
		slips: {
			title: "Zettel zählen",
			lead: "In der Sitzung kann auch auf Papier abgestimmt werden. Zwei Personen zählen die Zettel und tragen die Summen ein, jede für sich.",
			link: "Auf Papier abstimmen und Zettel zählen",
			out: "Wer einen Zettel bekommt",
			outText:
				"Schreiben Sie es auf, bevor Sie den Zettel geben. Wer einen Zettel hat, kann nicht mehr auf der Seite abstimmen. Wer seinen Zettel nicht einwirft, gibt ihn zurück.",
			few: "Geben Sie Zettel an wenigstens drei Personen aus, bei Abstimmung nach Gruppen an drei in jeder Gruppe. Bei weniger würden die Summen verraten, wer wie gestimmt hat. Deshalb müssen auch auf der Seite wenigstens drei abstimmen, oder niemand: Am einfachsten bekommen alle einen Zettel.",
			person: "Mitglied",
			act: "Zettel",
			hand: "Zettel geben",
			handTo: "Zettel geben: {name}",
			back: "Zettel zurücknehmen",
			backFrom: "Zettel zurücknehmen: {name}",
			counted: "eingeworfen und gezählt",
			over: "Zettel werden nicht mehr ausgegeben.",
			count: "Zettel zählen",
			none: "Es ist kein Zettel ausgegeben, der noch zu zählen wäre.",
			open: "{slips, plural, one {Ein Zettel ist} other {# Zettel sind}} ausgegeben und noch nicht gezählt.",
			first: "Zählen Sie als Erste oder Erster. Danach zählt eine zweite Person. Ihre Zahlen sieht sie nicht.",
			waits: "Einmal ist gezählt. Zählt eine zweite Person dasselbe, sind die Zettel in der Urne.",
			yours:
				"Sie haben gezählt. Jetzt zählt eine zweite Person; jedes stimmberechtigte Mitglied kann das. Solange können Sie Ihre Zahlen neu eintragen.",
			yes: "Ja",
			no: "Nein",
			abstain: "Enthaltung, leer oder ungültig",
			save: "Gezählt eintragen",
			later: "Sobald jemand gezählt hat, der den Arbeitskreis leitet, zählen Sie als zweite Person.",
			toBallot: "Zur Abstimmung",
		},
	},
	en: {
		slips: {
			title: "Count slips",
			lead: "In the meeting votes can also be cast on paper. Two people count the slips and enter the sums, each by themselves.",
			link: "Vote on paper and count slips",
			out: "Who gets a slip",
			outText:
				"Write it down before you hand over the slip. Whoever has a slip can no longer vote on the page. Whoever does not cast the slip hands it back.",
			few: "Give slips to at least three people, and where every bench is asked to three in each bench. With fewer the sums would tell who voted how. So at least three have to vote on the page, too, or nobody: it is simplest to give everybody a slip.",
			person: "Member",
			act: "Slip",
			hand: "Give slip",
			handTo: "Give slip: {name}",
			back: "Take slip back",
			backFrom: "Take slip back: {name}",
			counted: "cast and counted",
			over: "Slips are no longer handed out.",
			count: "Count slips",
			none: "No slip is out that is still to be counted.",
			open: "{slips, plural, one {One slip is} other {# slips are}} out and not counted yet.",
			first: "You count first. Then a second person counts, who does not see your figures.",
			waits: "They were counted once. When a second person counts the same, the slips are in the box.",
			yours:
				"You have counted. Now a second person counts; every member entitled can do so. Until then you can enter your figures anew.",
			yes: "Yes",
			no: "No",
			abstain: "Abstention, empty or invalid",
			save: "Enter count",
			later: "As soon as somebody who runs the group has counted, you count as the second person.",
			toBallot: "To the vote",
		},
	},
} as const satisfies Messages;
