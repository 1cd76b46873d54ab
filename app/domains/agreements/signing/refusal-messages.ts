import type { Messages } from "~/platform/i18n";

/** What people read when signing, authority, form or approval are refused; the keys are the codes. */
export const signingRefusalMessages = {
	de: {
		"round-lapsed": "Die Frist für die Unterschrift ist vorbei.",
		"party-complete": "Ihre Partei hat schon unterschrieben. Mehr Unterschriften braucht es nicht.",
		"not-your-turn": "Zuerst unterschreibt {party}. Danach sind Sie an der Reihe.",
		"authority-missing":
			"Für Ihre Stelle ist zurzeit keine Befugnis eingetragen, diese Vereinbarung zu unterschreiben. Bitte wenden Sie sich an die Verwaltung Ihrer Organisation.",
		"amount-limit": "Ihre Befugnis reicht bis {limit}, Ihre Partei trägt mehr. Unterschreiben darf: {posts}.",
		"deadline-past": "Der letzte Tag für die Unterschrift liegt in der Vergangenheit.",
		"electronic-form-needed":
			"Hier ist die elektronische Form vorgeschrieben. Papier genügt nicht; nötig ist eine qualifizierte Signatur.",
		"pdf-encrypted": "Das PDF ist verschlüsselt. Bitte speichern Sie es ohne Kennwort.",
		"pdf-active": "Das PDF enthält Programme oder Formulare, die etwas tun. Solche Dateien nehmen wir nicht an.",
		"pdf-too-many-pages": "Das PDF hat mehr als 1.000 Seiten.",
		"qes-other-document":
			"Das ist ein anderes Dokument. Bitte signieren Sie genau die Datei, die Sie auf dieser Seite herunterladen.",
		"qes-unsigned": "In dieser Datei ist keine neue Signatur.",
		"qes-broken": "Die Signatur in dieser Datei ist nicht gültig. Bitte signieren Sie noch einmal.",
		"qes-altered":
			"Das Dokument wurde nach der Vorlage verändert: Es enthält mehr als Ihre Signatur. Bitte signieren Sie die Datei noch einmal, ohne sie zu bearbeiten.",
		"qes-several": "Die Datei enthält mehr als eine neue Signatur. Bitte laden Sie jede einzeln hoch.",
		"qes-not-qualified":
			"Das Zertifikat ist kein qualifiziertes Zertifikat für Unterschriften. Ein Siegel oder eine fortgeschrittene Signatur genügt nicht.",
		"qes-pseudonym": "Das Zertifikat nennt ein Pseudonym. Nötig ist der eigene Name.",
		"qes-expired": "Das Zertifikat ist abgelaufen oder gilt noch nicht.",
		"qes-time": "Die Zeit der Signatur passt nicht: Sie liegt vor der Fassung oder in der Zukunft.",
		"qes-no-way": "Hier ist die elektronische Form ausgeschlossen. Bitte unterschreiben Sie auf Papier.",
		"qes-waits": "Eine andere Signatur wartet noch auf ihre Prüfung. Danach signieren Sie deren Datei.",
		"listed-missing": "Bitte tragen Sie ein, unter welchem Namen und an welchem Tag Sie den Dienst gefunden haben.",
		"date-future": "Dieser Tag liegt in der Zukunft.",
		"date-missing": "Bitte geben Sie den Tag an.",
		"date-order": "Dieser Tag liegt vor dem Schritt davor.",
		"rule-replaced": "Diese Regel wurde inzwischen schon geprüft. Bitte sehen Sie die neue Zeile an.",
		"rule-impossible":
			"Diese Regel kann niemand erfüllen: Es müssen mindestens so viele Stellen gewählt sein, wie gemeinsam unterschreiben, und die nötigen darunter.",
		"nothing-to-confirm": "Es gibt keine Form, die noch bestätigt werden muss.",
		"revoked-already": "Diese Befugnis ist schon widerrufen.",
		"resolution-unknown":
			"Diesen Beschluss kennen wir nicht. Bitte prüfen Sie die Adresse oder lassen Sie das Feld leer.",
	},
	en: {
		"round-lapsed": "The time for signing is over.",
		"party-complete": "Your party has signed already. No more signatures are needed.",
		"not-your-turn": "First {party} signs. Then it is your turn.",
		"authority-missing":
			"No authority to sign this agreement is entered for your post at present. Please turn to the administration of your organisation.",
		"amount-limit": "Your authority goes up to {limit}, your party bears more. Allowed to sign: {posts}.",
		"deadline-past": "The last day for signing lies in the past.",
		"electronic-form-needed":
			"Electronic form is prescribed here. Paper is not enough; a qualified signature is needed.",
		"pdf-encrypted": "The PDF is encrypted. Please save it without a password.",
		"pdf-active": "The PDF holds programs or forms that do something. We do not take such files.",
		"pdf-too-many-pages": "The PDF has more than 1,000 pages.",
		"qes-other-document": "This is another document. Please sign exactly the file that you download on this page.",
		"qes-unsigned": "There is no new signature in this file.",
		"qes-broken": "The signature in this file does not hold. Please sign again.",
		"qes-altered":
			"The document was altered: it holds more than your signature. Please sign the file again without editing it.",
		"qes-several": "The file holds more than one new signature. Please upload each on its own.",
		"qes-not-qualified":
			"The certificate is no qualified certificate for signatures. A seal or an advanced signature is not enough.",
		"qes-pseudonym": "The certificate names a pseudonym. Your own name is needed.",
		"qes-expired": "The certificate is over or does not count yet.",
		"qes-time": "The time of the signature does not fit: it lies before the version or in the future.",
		"qes-no-way": "Electronic form is excluded here. Please sign on paper.",
		"qes-waits": "Another signature is waiting for its check. After that you sign its file.",
		"listed-missing": "Please enter under which name and on which day you found the service.",
		"date-future": "This day lies in the future.",
		"date-missing": "Please give the day.",
		"date-order": "This day lies before the step before it.",
		"rule-replaced": "This rule has been reviewed meanwhile. Please look at the new row.",
		"rule-impossible":
			"Nobody can meet this rule: at least as many posts must be chosen as sign together, the necessary ones among them.",
		"nothing-to-confirm": "There is no form left to be confirmed.",
		"revoked-already": "This authority is revoked already.",
		"resolution-unknown": "We do not know this resolution. Please check the address or leave the field empty.",
	},
} as const satisfies Messages;
