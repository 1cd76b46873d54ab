import type { Messages } from "~/platform/i18n";

/** The words of letters and notices about answers. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		inquiry: {
			subject: {
				asked: "Rückfrage zu „{process}“, bitte bis {date}",
				before: "Erinnerung: Rückfrage zu „{process}“, bitte bis {date}",
				"on-the-day": "Heute fällig: Rückfrage zu „{process}“",
			},
			opening: {
				asked:
					"zur Beteiligung „{process}“ haben Bürgerinnen und Bürger {count, plural, one {einen Beitrag} other {# Beiträge}} geschrieben. Bevor wir antworten, brauchen wir Ihre fachliche Einschätzung bis {date}.",
				before:
					"in zwei Tagen, am {date}, brauchen wir Ihre Einschätzung zu {count, plural, one {einem Beitrag} other {# Beiträgen}} der Beteiligung „{process}“.",
				"on-the-day":
					"bis {date} haben wir Sie um Ihre Einschätzung zu {count, plural, one {einem Beitrag} other {# Beiträgen}} der Beteiligung „{process}“ gebeten. Noch liegt uns nichts vor.",
			},
			question: "Unsere Frage",
			contributions: "{count, plural, one {Der Beitrag} other {Die Beiträge}}",
			quoted: "Beitrag {number}: {title}",
			more: "Dazu {count, plural, one {kommt ein weiterer Beitrag} other {kommen # weitere Beiträge}}, die auf der Seite stehen.",
			button: "Frage beantworten",
			asTable: "Dort können Sie die Beiträge auch als Excel-Tabelle herunterladen, ausfüllen und wieder hochladen.",
			how: "Sie brauchen dafür kein Konto. Ihr Text wird nicht veröffentlicht, sondern hilft uns bei der Antwort. Der Link gilt noch 14 Tage über den {date} hinaus. Geben Sie ihn nur in Ihrem Amt weiter.",
			because: "Sie bekommen diese Nachricht, weil „{office}“ als zuständig für diese Frage angegeben wurde.",
		},
		mayor: {
			subject: "Bitte freigeben: Antwort zu „{process}“",
			text: "zur Beteiligung „{process}“ ist eine Antwort auf {count, plural, one {einen Beitrag} other {# Beiträge}} vorbereitet. Weil in der Verwaltung keine zweite Person dafür da ist, bitten wir Sie um die Freigabe.",
			button: "Antwort lesen und freigeben",
			until: "Der Link gilt 14 Tage und nur für diese eine Antwort. Wird der Text vorher geändert, gilt er nicht mehr.",
			because: "Sie bekommen diese Nachricht, weil diese Adresse für die Leitung der Verwaltung hinterlegt ist.",
		},
		released: {
			subject: {
				contribution: "Antwort auf Ihren Beitrag „{title}“",
				question: "Antwort auf Ihre Frage zu „{title}“",
			},
			text: {
				contribution: "die Verwaltung hat auf Ihren Beitrag „{title}“ zur Beteiligung „{process}“ geantwortet.",
				question: "die Verwaltung hat auf Ihre Frage zum Beitrag „{title}“ in der Beteiligung „{process}“ geantwortet.",
			},
			result: "Ergebnis: {disposition}",
			button: "Antwort ansehen",
			because: {
				contribution: "Sie bekommen diese Nachricht, weil Sie diesen Beitrag geschrieben haben.",
				question: "Sie bekommen diese Nachricht, weil Sie diese Frage gestellt haben.",
			},
		},
		corrected: {
			subject: {
				contribution: "Die Antwort auf Ihren Beitrag „{title}“ wurde geändert",
				question: "Die Antwort auf Ihre Frage zu „{title}“ wurde geändert",
			},
			text: {
				contribution:
					"die Verwaltung hat ihre Antwort auf Ihren Beitrag „{title}“ zur Beteiligung „{process}“ geändert. Die frühere Fassung bleibt sichtbar.",
				question:
					"die Verwaltung hat ihre Antwort auf Ihre Frage zum Beitrag „{title}“ in der Beteiligung „{process}“ geändert. Die frühere Fassung bleibt sichtbar.",
			},
		},
		carriedOn: {
			subject: "{state}: „{title}“",
			text: "zu „{title}“ gibt es Neues von der Umsetzung:",
			because: "Sie bekommen diese Nachricht, weil Sie diesen Beitrag unterstützen.",
		},
		duplicate: "Dasselbe steht schon in Beitrag {number}: „{title}“.",
		inquiryAnswered: {
			subject: "{office} hat geantwortet",
			text: "{office} hat Ihre Rückfrage zu „{process}“ beantwortet. Sie können die Antwort an die Bürgerinnen und Bürger jetzt vorbereiten.",
			twice: "Zu Ihrer Rückfrage an {office} sind zwei Texte gekommen. Der erste gilt, der zweite steht daneben.",
			corrected: "{office} hat die Einschätzung zu „{process}“ geändert.",
			button: "Rückfrage ansehen",
			because: "Sie bekommen diese Nachricht, weil Sie die Rückfrage gestellt haben.",
		},
		sentBack: {
			subject: "Eine Antwort kam zurück: „{process}“",
			text: "Die Antwort, die Sie vorbereitet haben, wurde nicht freigegeben. Anmerkung:",
			button: "Antwort bearbeiten",
			because: "Sie bekommen diese Nachricht, weil Sie die Antwort vorbereitet haben.",
		},
		objected: {
			subject: "„Nicht beantwortet“: {title}",
			text: "Zu „{title}“ schreibt die Verfasserin oder der Verfasser, dass die Antwort nicht reicht:",
			button: "Antwort ansehen",
			because: "Sie bekommen diese Nachricht, weil Sie die Antwort vorbereitet haben.",
		},
	},
	en: {
		greeting: "Hello,",
		inquiry: {
			subject: {
				asked: "Question on “{process}”, please answer by {date}",
				before: "Reminder: question on “{process}”, please answer by {date}",
				"on-the-day": "Due today: question on “{process}”",
			},
			opening: {
				asked:
					"people have written {count, plural, one {a contribution} other {# contributions}} in the participation “{process}”. Before we answer, we need your expert view by {date}.",
				before:
					"in two days, on {date}, we need your view on {count, plural, one {a contribution} other {# contributions}} in the participation “{process}”.",
				"on-the-day":
					"we asked you for your view on {count, plural, one {a contribution} other {# contributions}} in the participation “{process}” by {date}. We have not received anything yet.",
			},
			question: "Our question",
			contributions: "{count, plural, one {The contribution} other {The contributions}}",
			quoted: "Contribution {number}: {title}",
			more: "{count, plural, one {One more contribution stands} other {# more contributions stand}} on the page.",
			button: "Answer the question",
			asTable: "There you can also download the contributions as an Excel table, fill it in and upload it again.",
			how: "You need no account. Your text is not published; it helps us to answer. The link works for 14 days beyond {date}. Pass it on inside your department only.",
			because: "You get this message because “{office}” was named as responsible for this question.",
		},
		mayor: {
			subject: "Please release: answer on “{process}”",
			text: "an answer to {count, plural, one {a contribution} other {# contributions}} in the participation “{process}” has been prepared. As there is no second person for this in the administration, we ask you to release it.",
			button: "Read and release the answer",
			until:
				"The link works for 14 days and for this one answer only. If the text is changed before, it no longer works.",
			because: "You get this message because this address is registered for the head of the administration.",
		},
		released: {
			subject: {
				contribution: "Answer to your contribution “{title}”",
				question: "Answer to your question on “{title}”",
			},
			text: {
				contribution: "the administration has answered your contribution “{title}” in the participation “{process}”.",
				question: "the administration has answered your question on “{title}” in the participation “{process}”.",
			},
			result: "Result: {disposition}",
			button: "Read the answer",
			because: {
				contribution: "You get this message because you wrote this contribution.",
				question: "You get this message because you asked this question.",
			},
		},
		corrected: {
			subject: {
				contribution: "The answer to your contribution “{title}” was changed",
				question: "The answer to your question on “{title}” was changed",
			},
			text: {
				contribution:
					"the administration has changed its answer to your contribution “{title}” in the participation “{process}”. The earlier version remains visible.",
				question:
					"the administration has changed its answer to your question on “{title}” in the participation “{process}”. The earlier version remains visible.",
			},
		},
		carriedOn: {
			subject: "{state}: “{title}”",
			text: "there is news on the implementation of “{title}”:",
			because: "You get this message because you support this contribution.",
		},
		duplicate: "The same is said in contribution {number}: “{title}”.",
		inquiryAnswered: {
			subject: "{office} has answered",
			text: "{office} has answered your question on “{process}”. You can now prepare the answer to the public.",
			twice: "Two texts arrived for your question to {office}. The first counts, the second stands beside it.",
			corrected: "{office} has changed its view on “{process}”.",
			button: "See the question",
			because: "You get this message because you asked the question.",
		},
		sentBack: {
			subject: "An answer came back: “{process}”",
			text: "The answer that you prepared was not released. Remark:",
			button: "Edit the answer",
			because: "You get this message because you prepared the answer.",
		},
		objected: {
			subject: "“Not answered”: {title}",
			text: "On “{title}” the author writes that the answer is not enough:",
			button: "See the answer",
			because: "You get this message because you prepared the answer.",
		},
	},
} as const satisfies Messages;
