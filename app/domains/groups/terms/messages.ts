import type { Messages } from "~/platform/i18n";
import { charterRefusalMessages } from "../charter/refusal-messages";

/** Words of what a group is about and for whom it works. */
export const termMessages = {
	de: {
		title: "Themen, Gebiete, übergeordnetes Gremium",
		topicIds: "Themen",
		topicIdsHint: "Die Themen Ihrer Organisation, wie im Zuständigkeitsplan.",
		areaIds: "Gebiete",
		areaIdsHint: "Nichts ankreuzen, wenn es um das ganze Gebiet geht.",
		topics: "Weitere Stichwörter",
		topicsHint: "Mit Komma, zum Beispiel: Rufbus, Spielplätze. Sie zeigen mit, was es dazu schon gibt.",
		areas: "Weitere Orte",
		areasHint: "Mit Komma, für Orte, die kein eigenes Gebiet sind.",
		parent: "Arbeitet für",
		parentHint: "Zum Beispiel der Ausschuss oder Arbeitskreis, der diese Gruppe eingesetzt hat.",
		noParent: "kein anderes Gremium",
		groups: "Arbeitskreise",
		bodies: "Eingetragene Gremien",
		save: "Speichern",
		children: "Arbeitsgruppen dazu",
		refusals: {
			...charterRefusalMessages.de,
			invalid: "Bitte prüfen Sie diese Angabe.",
		},
	},
	en: {
		title: "Topics, areas, body above",
		topicIds: "Topics",
		topicIdsHint: "The topics of your organisation, as in the coverage plan.",
		areaIds: "Areas",
		areaIdsHint: "Tick nothing if it is about the whole area.",
		topics: "Further keywords",
		topicsHint: "With commas, such as: dial-a-bus, playgrounds. They too show what there is already.",
		areas: "Further places",
		areasHint: "With commas, for places that are no area of their own.",
		parent: "Works for",
		parentHint: "Such as the committee or working group that set this group up.",
		noParent: "no other body",
		groups: "Working groups",
		bodies: "Listed bodies",
		save: "Save",
		children: "Groups that work for it",
		refusals: {
			...charterRefusalMessages.en,
			invalid: "Please check this entry.",
		},
	},
} as const satisfies Messages;
