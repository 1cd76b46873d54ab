import type { Messages } from "~/platform/i18n";

/** Messages to people about agreements. */
export const noticeMessages = {
	de: {
		sign: {
			subject: "Bitte unterschreiben: {title}",
			text: "Die Fassung {number} der Vereinbarung „{title}“ liegt zur Unterschrift. Bitte lesen und bestätigen Sie sie oder lehnen Sie sie mit einem Grund ab.",
			paper: "Ihre Partei unterschreibt mit der Hand. Auf der Seite steht, wie das geht.",
			button: "Zur Unterschrift",
			because: "Sie bekommen diese Nachricht, weil Sie für {party} unterschreiben.",
		},
		concluded: {
			subject: "Abgeschlossen: {title}",
			text: "Alle Parteien haben die Vereinbarung „{title}“ unterschrieben. Sie gilt ab {day}.",
			fingerprint: "Prüfsumme der Fassung (SHA-256): {sha256}",
			approval:
				"Alle Parteien haben die Vereinbarung „{title}“ unterschrieben. Sie gilt noch nicht: Die Aufsichtsbehörde muss sie erst genehmigen.",
			durable: "Das PDF mit elektronischem Prüfvermerk bekommen Sie gleich in einer weiteren Nachricht.",
			button: "Zur Vereinbarung",
			because: "Sie bekommen diese Nachricht, weil Sie für eine Partei unterschreiben oder die Vereinbarung betreuen.",
		},
		sealed: {
			subject: "PDF mit Prüfvermerk: {title}",
			text: "Im Anhang sind die Vereinbarung „{title}“ und das Unterschriftsprotokoll, beide mit elektronischem Prüfvermerk. Bitte bewahren Sie beide Dateien auf.",
			fingerprint: "Prüfsumme (SHA-256) von {name}: {sha256}",
			chain:
				"Kettenkopf nach {events} Ereignissen: {head}. Heben Sie diese Nachricht auf: Mit dem Kettenkopf lässt sich später zeigen, dass im Protokoll nichts fehlt.",
			button: "Zur Vereinbarung",
		},
		refused: {
			subject: "Abgelehnt: {title}",
			text: "Die Fassung zur Unterschrift der Vereinbarung „{title}“ wurde abgelehnt. Grund: {reason}",
			button: "Zur Vereinbarung",
			because: "Sie bekommen diese Nachricht, weil Sie für eine Partei unterschreiben oder die Vereinbarung betreuen.",
		},
		lapsed: {
			subject: "Frist vorbei: {title}",
			text: "Die Frist für die Unterschriften unter die Vereinbarung „{title}“ ist vorbei. Es haben nicht alle unterschrieben. Der Entwurf kann jetzt wieder geändert werden.",
		},
		reminded: {
			subject: "Erinnerung: Bitte unterschreiben: {title}",
			text: "Die Vereinbarung „{title}“ wartet noch auf Ihre Unterschrift.",
			deadline: "Sie können bis {day} unterschreiben.",
		},
		cleared: {
			subject: "Genehmigt: {title}",
			text: "Der Vereinbarung „{title}“ steht nichts mehr im Weg. Sie gilt ab {day}.",
		},
		disapproved: {
			subject: "Genehmigung abgelehnt: {title}",
			text: "Die Aufsichtsbehörde hat die Vereinbarung „{title}“ nicht genehmigt. Sie tritt nicht in Kraft.",
		},
		waiting: {
			guest: "Vereinbarungen, zu denen Sie eingeladen sind",
			qualified: "Qualifizierte Signatur prüfen",
			sign: "Wartet auf Ihre Unterschrift",
			check: "Unterschrift auf Papier prüfen",
			seal: "Prüfvermerk steht noch aus",
			sealKey: "Der Schlüssel für den Prüfvermerk fehlt",
		},
	},
	en: {
		sign: {
			subject: "Please sign: {title}",
			text: "Version {number} of the agreement “{title}” is ready for signature. Please read and confirm it, or refuse it with a reason.",
			paper: "Your party signs by hand. The page says how.",
			button: "Go and sign",
			because: "You get this message because you sign for {party}.",
		},
		concluded: {
			subject: "Concluded: {title}",
			text: "All parties have signed the agreement “{title}”. It counts from {day}.",
			fingerprint: "Fingerprint of the version (SHA-256): {sha256}",
			approval:
				"All parties have signed the agreement “{title}”. It does not count yet: the supervisory authority has to approve it first.",
			durable: "You will get the PDF with the electronic seal in another message shortly.",
			button: "To the agreement",
			because: "You get this message because you sign for a party or look after the agreement.",
		},
		sealed: {
			subject: "PDF with electronic seal: {title}",
			text: "Attached are the agreement “{title}” and the protocol of signatures, both with an electronic seal. Please keep both files.",
			fingerprint: "Fingerprint (SHA-256) of {name}: {sha256}",
			chain:
				"Head of the chain after {events} events: {head}. Keep this message: with the head one can show later that nothing is missing from the log.",
			button: "To the agreement",
		},
		refused: {
			subject: "Refused: {title}",
			text: "The version for signature of the agreement “{title}” was refused. Reason: {reason}",
			button: "To the agreement",
			because: "You get this message because you sign for a party or look after the agreement.",
		},
		lapsed: {
			subject: "Deadline over: {title}",
			text: "The deadline for the signatures under the agreement “{title}” is over. Not everybody has signed. The draft can be changed again.",
		},
		reminded: {
			subject: "Reminder: please sign: {title}",
			text: "The agreement “{title}” still waits for your signature.",
			deadline: "You can sign until {day}.",
		},
		cleared: {
			subject: "Approved: {title}",
			text: "Nothing stands in the way of the agreement “{title}” any more. It counts from {day}.",
		},
		disapproved: {
			subject: "Approval refused: {title}",
			text: "The supervisory authority has not approved the agreement “{title}”. It does not come into force.",
		},
		waiting: {
			guest: "Agreements to which you are invited",
			qualified: "Check a qualified signature",
			sign: "Waiting for your signature",
			check: "Check a signature on paper",
			seal: "Seal is still to come",
			sealKey: "The key of the seal is missing",
		},
	},
} as const satisfies Messages;
