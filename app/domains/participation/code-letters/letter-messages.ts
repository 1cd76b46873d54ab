import type { Messages } from "~/platform/i18n";

/** The words of letters with a code. They go out in German. */
export const letterMessages = {
	de: {
		subject: {
			survey: "Ihr Code für die Umfrage „{title}“",
			budget: "Ihr Code für den Bürgerhaushalt „{title}“",
			vote: "Ihr Code für die Abstimmung „{title}“",
		},
		greeting: "Guten Tag,",
		intro: {
			survey: "wir möchten wissen, was Sie denken. Bitte machen Sie mit bei „{process}“.",
			budget: "Sie können mit abstimmen, wofür Geld ausgegeben wird: „{process}“.",
			vote: "Sie können mit abstimmen: „{process}“.",
		},
		fromUntil: "Sie können vom {from} bis zum {until} mitmachen.",
		until: "Sie können bis zum {until} mitmachen.",
		code: "Ihr Code:",
		qr: "Bild zum Abfotografieren: Es führt auf die Seite im Internet",
		stepOpen: "Öffnen Sie {address} im Internet, oder fotografieren Sie das Bild mit Ihrem Handy ab.",
		stepCode: {
			survey: "Beantworten Sie die Fragen. Am Ende geben Sie Ihren Code ein.",
			budget: "Wählen Sie „Abstimmen“, und geben Sie Ihren Code ein.",
			vote: "Wählen Sie „Abstimmen“, und geben Sie Ihren Code ein.",
		},
		stepDone: "Sie sehen, dass alles angekommen ist, und bekommen eine Quittung.",
		paperPhone:
			"Lieber auf Papier? Rufen Sie an: {phone}. Wir schicken Ihnen einen Bogen. Darauf schreiben Sie Ihren Code.",
		paper: "Lieber auf Papier? Im Rathaus bekommen Sie einen Bogen. Darauf schreiben Sie Ihren Code.",
		once: "Der Code gilt einmal. Bitte geben Sie ihn nicht weiter.",
		privacy:
			"Niemand hat gespeichert, wer welchen Code bekommen hat. Ihre Anschrift wurde gelöscht, als dieser Brief gedruckt war. Deshalb können wir einen verlorenen Code nicht ersetzen.",
		regards: "Mit freundlichen Grüßen",
		phone: "Telefon",
		email: "E-Mail",
		date: "Datum",
	},
	en: {
		subject: {
			survey: "Your code for the survey “{title}”",
			budget: "Your code for the citizens’ budget “{title}”",
			vote: "Your code for the vote “{title}”",
		},
		greeting: "Good day,",
		intro: {
			survey: "we would like to know what you think. Please take part in “{process}”.",
			budget: "You can vote on how money is spent: “{process}”.",
			vote: "You can vote: “{process}”.",
		},
		fromUntil: "You can take part from {from} until {until}.",
		until: "You can take part until {until}.",
		code: "Your code:",
		qr: "Picture to scan: it leads to the page on the internet",
		stepOpen: "Open {address} on the internet, or scan the picture with your phone.",
		stepCode: {
			survey: "Answer the questions. At the end you type in your code.",
			budget: "Choose “Vote” and type in your code.",
			vote: "Choose “Vote” and type in your code.",
		},
		stepDone: "You see that everything arrived, and get a receipt.",
		paperPhone: "Rather on paper? Call us: {phone}. We send you a form. Write your code on it.",
		paper: "Rather on paper? At the town hall you get a form. Write your code on it.",
		once: "The code works once. Please do not pass it on.",
		privacy:
			"Nobody stored who got which code. Your address was deleted when this letter was printed. That is why we cannot replace a lost code.",
		regards: "Yours sincerely",
		phone: "Telephone",
		email: "E-mail",
		date: "Date",
	},
} as const satisfies Messages;
