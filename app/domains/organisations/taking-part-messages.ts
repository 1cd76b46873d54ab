import type { Messages } from "~/platform/i18n";

/** Taking part without the internet, and in easy language. The German text follows the rules of Leichte Sprache. */
export const messages = {
	de: {
		offline: {
			title: "Ohne Internet mitmachen",
			text: "Sie können anrufen, schreiben oder vorbeikommen. Wir tragen Ihren Beitrag für Sie ein, und Sie bekommen eine Antwort.",
			phone: "Telefon",
			hours: "Erreichbar",
			address: "Anschrift",
			short: "Kurze Adresse dieser Seite",
			print: "Zum Ausdrucken und Auslegen",
			lead: "Diese Seite können Sie ausdrucken, auslegen oder weitergeben.",
			open: "Das läuft gerade",
			none: "Im Moment läuft kein Verfahren. Schreiben können Sie uns trotzdem.",
			what: "Worum es geht",
			until: "Mitmachen bis",
			online: "Im Internet",
			form: "Ihr Beitrag",
			formText: "Füllen Sie diese Zeilen aus, und geben Sie das Blatt ab oder schicken Sie es uns.",
			topic: "Zu welchem Verfahren?",
			idea: "Ihre Idee oder Ihr Hinweis",
			name: "Ihr Name (freiwillig)",
			answer: "Anschrift oder Telefon für unsere Antwort (freiwillig)",
			noContact: "Telefon und Anschrift sind noch nicht eingetragen.",
		},
		easy: {
			name: "Leichte Sprache",
			title: "Mitmachen in Leichter Sprache",
			texts: "Texte in Leichter Sprache",
			contact: "Sie brauchen Hilfe?",
			call: "Rufen Sie uns an:",
			write: "Oder schreiben Sie uns einen Brief:",
			text: `# Was ist das hier?
Das hier ist eine Internet-Seite.
Die Seite ist von: {place}.
Auf der Seite können Sie Ihre Meinung sagen.
Zum Beispiel:
- Was ist gut bei uns?
- Was ist schlecht bei uns?
- Was wünschen Sie sich?

# Wer darf mitmachen?
Alle dürfen mitmachen.
Sie müssen dafür nichts bezahlen.
Sie müssen Ihren Namen nicht sagen.

# So machen Sie mit
1. Sie suchen ein Thema aus.
2. Sie drücken auf: Beitrag schreiben.
3. Sie schreiben Ihre Idee auf.
4. Sie schicken die Idee ab.

# Was passiert dann?
Wir lesen Ihre Idee.
Dann können alle Menschen Ihre Idee lesen.
Später bekommen Sie eine Antwort.
In der Antwort steht:
Das machen wir mit Ihrer Idee.
Und in der Antwort steht: Warum machen wir das so?`,
		},
		edit: {
			title: "Text in Leichter Sprache",
			lead: "So erklären Sie Menschen mit Lernschwierigkeiten oder wenig Deutsch, wie sie mitmachen. Ein Satz in jeder Zeile, kurze Wörter, nichts Überflüssiges.",
			field: "Text",
			hint: "Lassen Sie den Text von Menschen prüfen, die Leichte Sprache brauchen.",
			isHouse: "Zurzeit steht auf der Seite der allgemeine Text, den Sie hier sehen.",
			submit: "Speichern",
			house: "Den allgemeinen Text nehmen",
			saved: "Gespeichert.",
			view: "Seite ansehen",
		},
	},
	en: {
		offline: {
			title: "Take part without the internet",
			text: "You can call, write or come by. We enter your contribution for you, and you get an answer.",
			phone: "Telephone",
			hours: "Answered",
			address: "Address",
			short: "Short address of this page",
			print: "To print and display",
			lead: "You can print this page, display it or pass it on.",
			open: "Running now",
			none: "Nothing is running at the moment. You can write to us all the same.",
			what: "What it is about",
			until: "Take part until",
			online: "On the internet",
			form: "Your contribution",
			formText: "Fill in these lines and hand in the sheet or send it to us.",
			topic: "On which process?",
			idea: "Your idea or remark",
			name: "Your name (if you like)",
			answer: "Address or telephone for our answer (if you like)",
			noContact: "Telephone and address are not entered yet.",
		},
		easy: {
			name: "Easy language",
			title: "Taking part in easy language",
			texts: "Texts in easy language",
			contact: "You need help?",
			call: "Call us:",
			write: "Or write us a letter:",
			text: `# What is this?
This is a website.
The website is from: {place}.
On this website you can say what you think.
For example:
- What is good here?
- What is bad here?
- What do you wish for?

# Who can take part?
Everybody can take part.
You do not pay anything.
You do not have to say your name.

# How to take part
1. You choose a topic.
2. You press: Write a contribution.
3. You write down your idea.
4. You send your idea.

# What happens then?
We read your idea.
Then all people can read your idea.
Later you get an answer.
The answer says:
This is what we do with your idea.
And the answer says: Why do we do it this way?`,
		},
		edit: {
			title: "Text in easy language",
			lead: "This is how you explain taking part to people with learning difficulties or little German. One sentence in each line, short words, nothing superfluous.",
			field: "Text (German)",
			hint: "Have the text checked by people who need easy language.",
			isHouse: "At the moment the page shows the general text that you see here.",
			submit: "Save",
			house: "Use the general text",
			saved: "Saved.",
			view: "View page",
		},
	},
} as const satisfies Messages;
