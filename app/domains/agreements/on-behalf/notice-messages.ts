import type { Messages } from "~/platform/i18n";

/** Messages to a party about what somebody did in its name. */
export const onBehalfNoticeMessages = {
	de: {
		button: "Zur Vereinbarung",
		given: {
			subject: "In Ihrem Namen erklärt: {title}",
			text: "{agent} hat in der Vereinbarung „{title}“ für {party} gesprochen, nach dem Beschluss vom {day}.",
			notice: "Es geht um eine Kündigung oder einen Austritt.",
			waiver: "Es geht um den Verzicht auf einen Termin.",
			settlement: "Die Abrechnung eines Jahres wurde anerkannt.",
			handover: "Die Übernahme des Betriebs wurde bestätigt.",
			because: "Sie bekommen diese Nachricht, weil {agent} für {party} gehandelt hat.",
		},
		prepared: {
			subject: "Kündigung vorbereitet: {title}",
			text: "Für Ihre Partei ist in der Vereinbarung „{title}“ eine Kündigung oder ein Austritt vorbereitet. Das gilt noch nicht. Erklären können es nur Sie.",
			because: "Sie bekommen diese Nachricht, weil Sie für diese Partei arbeiten oder unterschreiben.",
		},
	},
	en: {
		button: "To the agreement",
		given: {
			subject: "Declared in your name: {title}",
			text: "{agent} spoke for {party} in the agreement “{title}”, by the decision of {day}.",
			notice: "It is about a notice or an exit.",
			waiver: "It is about doing without a date.",
			settlement: "The settlement of a year was acknowledged.",
			handover: "Taking over operation was confirmed.",
			because: "You get this message because {agent} acted for {party}.",
		},
		prepared: {
			subject: "Notice prepared: {title}",
			text: "A notice or an exit is prepared for your party in the agreement “{title}”. It does not count yet. Only you can declare it.",
			because: "You get this message because you work or sign for this party.",
		},
	},
} as const satisfies Messages;
