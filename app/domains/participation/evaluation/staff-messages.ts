import type { Messages } from "~/platform/i18n";
import { messages as richText } from "~/platform/rich-text/messages";

/** What those read who evaluate a process. */
export const staffMessages = {
	de: {
		report: {
			title: "Abschlussbericht",
			lead: "Was war das Ziel, was kam heraus, was wurde entschieden, wie geht es weiter? Die Zahlen stehen auf der Auswertung; hier stehen Ihre Worte.",
			text: "Text des Berichts",
			publish: "Veröffentlichen",
			publishHint: "Ohne Haken bleibt der Bericht ein Entwurf. Öffentlich wird er mit dem Abschluss des Verfahrens.",
			save: "Bericht speichern",
		},
		assessment: {
			title: "Selbsteinschätzung",
			lead: "Wie gut ist es gelungen? Was nicht ganz gelang, braucht einen Satz dazu: Andere lernen daraus. Die Einschätzung steht öffentlich auf der Auswertung, sobald das Verfahren abgeschlossen ist.",
			grade: "Einschätzung",
			open: "noch offen",
			remark: "Bemerkung",
			save: "Einschätzung speichern",
		},
		manage: { evaluation: "Auswertung", evaluationHint: "Zahlen, Selbsteinschätzung und Abschlussbericht" },
		refusals: {
			...richText.de,
			"remark-missing": "Bitte schreiben Sie in einem Satz, was fehlte.",
			"remark-too-long": "Diese Bemerkung ist zu lang. Möglich sind 1.000 Zeichen.",
			invalid: "Bitte wählen Sie einen der Einträge.",
		},
	},
	en: {
		report: {
			title: "Final report",
			lead: "What was the aim, what came of it, what was decided, what comes next? The figures stand on the evaluation; here are your words.",
			text: "Text of the report",
			publish: "Publish",
			publishHint: "Without a tick the report stays a draft. It is public as soon as the process is closed.",
			save: "Save the report",
		},
		assessment: {
			title: "Self-evaluation",
			lead: "How well did it go? What was not quite achieved needs a sentence: others learn from it. The assessment is public on the evaluation as soon as the process is closed.",
			grade: "Assessment",
			open: "still open",
			remark: "Remark",
			save: "Save the assessment",
		},
		manage: { evaluation: "Evaluation", evaluationHint: "Figures, self-evaluation and final report" },
		refusals: {
			...richText.en,
			"remark-missing": "Please write in one sentence what was missing.",
			"remark-too-long": "This remark is too long. The limit is 1,000 characters.",
			invalid: "Please choose one of the entries.",
		},
	},
} as const satisfies Messages;
