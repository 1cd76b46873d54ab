import type { Messages } from "~/platform/i18n";
import { englishGuides } from "./english-guides";
import { germanGuides } from "./german-guides";

export const guideMessages = {
	de: {
		list: {
			title: "Muster für Beteiligung",
			lead: "Jedes Muster bringt Phasen, Voreinstellungen, eine kurze Anleitung und eine Schulungsseite mit. Alle dürfen das lesen.",
			soon: "Dieses Muster kann in diesem Haus noch nicht gestartet werden.",
			training: "Zur Schulung",
			guide: "Zur Anleitung",
		},
		guide: {
			above: "Muster",
			fits: "Wann passt es?",
			effort: "Wie viel Arbeit ist das?",
			steps: "Schritt für Schritt",
			phases: "Diese Phasen sind voreingestellt",
			days: "Voreingestellt: {open} Tage mitmachen, Antworten {answer} Tage danach.",
			traps: "Was oft schiefgeht",
			paper: "Ohne Internet",
			paperText:
				"Nennen Sie überall die Telefonnummer und die kurze Adresse. Beiträge am Telefon, am Schalter und auf Papier tragen Sie ein; sie zählen genauso.",
		},
		training: {
			above: "Schulung",
			lead: "Eine halbe Stunde, allein oder zu zweit. Am Ende wissen Sie, wie Sie dieses Verfahren selbst führen.",
			frame: "1. Der Rahmen",
			frameText:
				"Oben auf jeder Seite steht, worum es geht, was feststeht, was offen ist, wer entscheidet und bis wann alle eine Antwort bekommen. Ohne diese Angaben lässt sich nichts veröffentlichen. Versprechen Sie nur, was Sie halten können: Informieren, konsultieren und mitwirken sind etwas anderes als mitentscheiden.",
			people: "2. Menschen erreichen",
			peopleText:
				"Fragen Sie sich, wer betroffen ist und wer sich selten meldet. Gehen Sie dorthin. Schreiben Sie kurze Sätze. Nutzen Sie das Mitteilungsblatt, Aushänge und Vereine. Alles geht auch ohne Konto und ohne Internet.",
			care: "3. Lesen und moderieren",
			careText:
				"Ausgeblendet wird nur, was gegen die Regeln verstößt, nie eine unbequeme Meinung. Wer ausgeblendet wird, liest den Grund und kann verlangen, dass eine zweite Person das prüft.",
			answers: "4. Antworten",
			answersText:
				"Jeder Beitrag bekommt ein Ergebnis und einen Grund. Eine zweite Person gibt die Antwort frei. Ein Verfahren lässt sich erst abschließen, wenn nichts mehr offen ist.",
			exercise: "5. Übung",
			test: "6. Probieren Sie es aus",
			solution: "Antwort zeigen",
			data: "Datenschutz in einem Satz",
			dataText:
				"Fragen Sie nur, was Sie brauchen; veröffentlichen Sie keine Angaben über andere Menschen; löschen übernimmt das Programm.",
		},
		recipes: germanGuides,
	},
	en: {
		list: {
			title: "Recipes for participation",
			lead: "Each recipe brings phases, presets, a short guide and a training page. Everybody may read them.",
			soon: "This recipe cannot be started in this house yet.",
			training: "To the training",
			guide: "To the guide",
		},
		guide: {
			above: "Recipe",
			fits: "When does it fit?",
			effort: "How much work is it?",
			steps: "Step by step",
			phases: "These phases are preset",
			days: "Preset: {open} days of taking part, answers {answer} days later.",
			traps: "What often goes wrong",
			paper: "Without internet",
			paperText:
				"Name the telephone number and the short address everywhere. You enter contributions made by telephone, at the counter and on paper; they count the same.",
		},
		training: {
			above: "Training",
			lead: "Half an hour, alone or in pairs. At the end you know how to run this process yourself.",
			frame: "1. The frame",
			frameText:
				"At the top of every page stands what it is about, what is fixed, what is open, who decides and by when everybody gets an answer. Nothing can be published without it. Promise only what you can keep: to inform, to consult and to involve is something else than deciding together.",
			people: "2. Reaching people",
			peopleText:
				"Ask yourself who is concerned and who rarely speaks up. Go there. Write short sentences. Use the bulletin, notice boards and associations. Everything works without an account and without internet.",
			care: "3. Reading and moderating",
			careText:
				"Only what breaks the rules is hidden, never an uncomfortable opinion. Whoever is hidden reads the reason and can ask a second person to look at it.",
			answers: "4. Answers",
			answersText:
				"Every contribution gets a result and a reason. A second person releases the answer. A process can be closed only when nothing is open any more.",
			exercise: "5. Exercise",
			test: "6. Try yourself",
			solution: "Show the answer",
			data: "Data protection in one sentence",
			dataText: "Ask only what you need; publish nothing about other people; deleting is done for you.",
		},
		recipes: englishGuides,
	},
} as const satisfies Messages;
