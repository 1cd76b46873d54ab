import type { Messages } from "~/platform/i18n";

/** What people read in mails about events. */
export const letterMessages = {
	de: {
		greeting: "Guten Tag,",
		confirm: {
			subject: "Bitte bestätigen: {title}",
			text: "Sie möchten sich zu „{title}“ am {when} anmelden.",
			how: "Bitte bestätigen Sie das mit dem Link. Erst dann haben Sie einen Platz oder stehen auf der Warteliste.",
			button: "Zur Anmeldung",
			until: "Der Link gilt 48 Stunden. Waren Sie das nicht, müssen Sie nichts tun.",
		},
		when: "Wann: {when}",
		where: "Wo: {place}",
		online: "Online: {address}",
		persons: "{count, plural, one {Angemeldet: eine Person} other {Angemeldet: # Personen}}",
		seat: { subject: "Angemeldet: {title}", text: "Sie sind angemeldet." },
		waiting: {
			subject: "Warteliste: {title}",
			text: "Zurzeit ist kein Platz frei. Sie stehen auf der Warteliste. Wird ein Platz frei, schreiben wir Ihnen.",
		},
		offered: {
			subject: "Ein Platz ist frei: {title}",
			text: "Für Sie ist ein Platz frei geworden. Bitte nehmen Sie ihn bis {until} an. Danach bekommt ihn die nächste Person auf der Warteliste.",
			button: "Platz annehmen oder absagen",
		},
		forYou: {
			subject: "Anmeldung abgesagt: {title}",
			text: "Die Verwaltung hat Ihre Anmeldung zu „{title}“ für Sie abgesagt. War das nicht gewollt, rufen Sie uns bitte an oder melden Sie sich noch einmal an.",
		},
		lapsed: {
			subject: "Platz nicht angenommen: {title}",
			text: "Der Platz für Sie wurde nicht rechtzeitig angenommen. Er geht an die nächste Person. Sie können sich neu anmelden.",
			button: "Zum Termin",
		},
		accepted: { subject: "Platz angenommen: {title}", text: "Sie haben den Platz angenommen." },
		changed: {
			subject: "Geändert: {title}",
			text: "Der Termin „{title}“ wurde geändert. So gilt er jetzt:",
		},
		cancelled: {
			subject: "Abgesagt: {title}",
			text: "Der Termin „{title}“ am {when} fällt aus.",
			reason: "Grund: {reason}",
		},
		tomorrow: {
			subject: "Erinnerung: {title}",
			text: "Der Termin „{title}“ ist bald.",
			cancel: "Können Sie nicht kommen? Bitte sagen Sie ab, damit jemand anderes den Platz bekommt.",
		},
		minutes: {
			subject: "Protokoll: {title}",
			text: "Das Protokoll von „{title}“ ist veröffentlicht.",
			button: "Protokoll lesen",
		},
		button: "Meine Anmeldung",
		keep: "Mit dem Link können Sie absagen. Geben Sie ihn nicht weiter.",
		because: "Sie bekommen diese Nachricht, weil Sie sich zu diesem Termin angemeldet haben.",
		becauseAsked: "Sie bekommen diese Nachricht, weil diese Adresse bei einer Anmeldung angegeben wurde.",
	},
	en: {
		greeting: "Hello,",
		confirm: {
			subject: "Please confirm: {title}",
			text: "You want to register for “{title}” on {when}.",
			how: "Please confirm this with the link. Only then do you have a seat or a place in the waiting list.",
			button: "To the registration",
			until: "The link is valid for 48 hours. If this was not you, you need not do anything.",
		},
		when: "When: {when}",
		where: "Where: {place}",
		online: "Online: {address}",
		persons: "{count, plural, one {Registered: one person} other {Registered: # persons}}",
		seat: { subject: "Registered: {title}", text: "You are registered." },
		waiting: {
			subject: "Waiting list: {title}",
			text: "No seat is free at present. You are on the waiting list. We write to you when a seat becomes free.",
		},
		offered: {
			subject: "A seat is free: {title}",
			text: "A seat has become free for you. Please accept it until {until}. After that the next person in the list gets it.",
			button: "Accept the seat or cancel",
		},
		forYou: {
			subject: "Registration cancelled: {title}",
			text: "The administration has cancelled your registration for “{title}” on your behalf. If you did not want this, please call us or register again.",
		},
		lapsed: {
			subject: "Seat not accepted: {title}",
			text: "The seat for you was not accepted in time. It goes to the next person. You can register again.",
			button: "To the event",
		},
		accepted: { subject: "Seat accepted: {title}", text: "You have accepted the seat." },
		changed: { subject: "Changed: {title}", text: "The event “{title}” was changed. This is how it stands now:" },
		cancelled: {
			subject: "Cancelled: {title}",
			text: "The event “{title}” on {when} does not take place.",
			reason: "Reason: {reason}",
		},
		tomorrow: {
			subject: "Reminder: {title}",
			text: "The event “{title}” is soon.",
			cancel: "You cannot come? Please cancel, so that somebody else gets the seat.",
		},
		minutes: {
			subject: "Minutes: {title}",
			text: "The minutes of “{title}” are published.",
			button: "Read the minutes",
		},
		button: "My registration",
		keep: "With the link you can cancel. Do not pass it on.",
		because: "You get this message because you registered for this event.",
		becauseAsked: "You get this message because this address was given in a registration.",
	},
} as const satisfies Messages;
