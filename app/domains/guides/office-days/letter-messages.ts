import type { Messages } from "~/platform/i18n";

/** What those read who booked, and those who hold the post. */
export const letterMessages = {
	de: {
		when: "Wann: {when}",
		where: "Wo: {place}",
		who: "Wer da ist: {post}",
		whoNamed: "Wer da ist: {name} ({post})",
		whoCovers: "Wer da ist: {name}, in Vertretung ({post})",
		covered: {
			subject: "Ihr Termin bleibt: Sprechtag in {place}",
			text: "Ihr Termin findet statt. Es wird jemand anderes da sein als geplant.",
		},
		holder: { text: "Ihr Termin findet statt. Die Stelle ist neu besetzt." },
		button: "Termin ansehen, verschieben oder absagen",
		because: "Sie bekommen diese Nachricht, weil Sie einen Termin bei einem Sprechtag gebucht haben.",
		made: { subject: "Ihr Termin beim Sprechtag in {place}", text: "Ihr Termin ist gebucht." },
		changed: { subject: "Neuer Termin beim Sprechtag in {place}", text: "Ihr Termin ist verschoben." },
		moved: {
			subject: "Verlegt: Sprechtag in {place}",
			text: "Der Sprechtag, für den Sie einen Termin haben, ist verlegt. Ihr neuer Termin steht unten.",
		},
		cancelled: {
			subject: "Fällt aus: Sprechtag in {place}",
			text: "Der Sprechtag am {when} fällt leider aus.",
		},
		reason: "Grund: {reason}",
		tomorrow: { subject: "Morgen: Sprechtag in {place}", text: "Wir erinnern Sie an Ihren Termin." },
		staff: {
			subject: "Neuer Termin beim Sprechtag in {place}",
			text: "Für den {when} ist ein Termin gebucht.",
			button: "Sprechtag ansehen",
			because: "Sie bekommen diese Nachricht, weil Ihre Stelle den Sprechtag hält.",
		},
	},
	en: {
		when: "When: {when}",
		where: "Where: {place}",
		who: "Who is there: {post}",
		whoNamed: "Who is there: {name} ({post})",
		whoCovers: "Who will be there: {name}, standing in ({post})",
		covered: {
			subject: "Your appointment stands: office day in {place}",
			text: "Your appointment takes place. Somebody else will be there than planned.",
		},
		holder: { text: "Your appointment takes place. Somebody new holds the post." },
		button: "See, move or cancel the appointment",
		because: "You get this message because you booked an appointment at an office day.",
		made: { subject: "Your appointment at the office day in {place}", text: "Your appointment is booked." },
		changed: { subject: "New appointment at the office day in {place}", text: "Your appointment was moved." },
		moved: {
			subject: "Moved: office day in {place}",
			text: "The office day for which you have an appointment was moved. Your new appointment stands below.",
		},
		cancelled: {
			subject: "Cancelled: office day in {place}",
			text: "The office day on {when} is cancelled.",
		},
		reason: "Reason: {reason}",
		tomorrow: { subject: "Tomorrow: office day in {place}", text: "We remind you of your appointment." },
		staff: {
			subject: "New appointment at the office day in {place}",
			text: "An appointment is booked for {when}.",
			button: "See the office day",
			because: "You get this message because your post holds the office day.",
		},
	},
} as const satisfies Messages;
