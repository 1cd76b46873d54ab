import type { Messages } from "~/platform/i18n";

/** Words of handing a working group's text over to public comment, and of giving it back. */
export const handOverMessages = {
	de: {
		take: {
			title: "Text aus einem Arbeitskreis übernehmen",
			lead: "Der Wortlaut einer festgehaltenen Fassung kommt unverändert in einen neuen Text dieses Vorhabens. Öffentlich wird er erst, wenn Sie ihn veröffentlichen.",
			version: "Fassung",
			one: "{title}, Fassung {number} ({group})",
			none: "Kein Arbeitskreis hat eine Fassung festgehalten, die Sie lesen dürfen.",
			save: "Übernehmen",
		},
		give: {
			title: "An den Arbeitskreis zurückgeben",
			lead: "Beim Arbeitskreis „{group}“ beginnt ein neuer Entwurf von „{title}“ mit dem Wortlaut der veröffentlichten Fassung {number}.",
			counts:
				"{heard, plural, =0 {Es gab keine Anmerkungen} one {Es gab eine Anmerkung} other {Es gab # Anmerkungen}}, {taken, plural, =0 {keine ging} one {eine ging} other {# gingen}} in den Text ein. Der Arbeitskreis sieht, welche.",
			none: "Noch ist keine Fassung veröffentlicht. Zurückgeben können Sie, was Sie veröffentlicht haben.",
			writing: "Der Arbeitskreis schreibt gerade selbst an einem Entwurf. Er muss ihn erst als Fassung festhalten.",
			toGroup: "Zum Text des Arbeitskreises",
			save: "Zurückgeben",
		},
		refusals: {
			invalid: "Bitte wählen Sie eine Fassung aus.",
			"group-version-missing": "Bitte wählen Sie eine Fassung aus.",
			"too-many-texts": "Ein Vorhaben kann höchstens zehn Texte haben.",
			"text-too-many-blocks": "Die Fassung hat {now, number} Absätze. Möglich sind {most, number}.",
			"changed-meanwhile": "Jemand hat den Text inzwischen geändert. Bitte laden Sie die Seite neu.",
			"no-version-in-work": "Gerade ist keine Fassung in Arbeit.",
			"note-too-long": "Die Notiz ist zu lang.",
			"no-version-yet": "Noch ist keine Fassung veröffentlicht.",
			"group-is-writing":
				"Der Arbeitskreis schreibt gerade selbst an einem Entwurf. Er muss ihn erst als Fassung festhalten.",
		},
	},
	en: {
		take: {
			title: "Take over a text of a working group",
			lead: "The wording of a frozen version comes unchanged into a new text of this process. It is public only once you publish it.",
			version: "Version",
			one: "{title}, version {number} ({group})",
			none: "No working group has frozen a version that you may read.",
			save: "Take over",
		},
		give: {
			title: "Give back to the working group",
			lead: "In the working group “{group}” a new draft of “{title}” begins with the wording of the published version {number}.",
			counts:
				"{heard, plural, =0 {There were no remarks} one {There was one remark} other {There were # remarks}}, {taken, plural, =0 {none went} one {one went} other {# went}} into the text. The group sees which.",
			none: "No version has been published yet. You can give back what you have published.",
			writing: "The working group is writing in a draft of its own. It must freeze it as a version first.",
			toGroup: "To the working group's text",
			save: "Give back",
		},
		refusals: {
			invalid: "Please choose a version.",
			"group-version-missing": "Please choose a version.",
			"too-many-texts": "A process can have ten texts at most.",
			"text-too-many-blocks": "The version has {now, number} paragraphs. {most, number} are possible.",
			"changed-meanwhile": "Somebody changed the text meanwhile. Please reload the page.",
			"no-version-in-work": "No version is being worked on.",
			"note-too-long": "The note is too long.",
			"no-version-yet": "No version has been published yet.",
			"group-is-writing": "The working group is writing in a draft of its own. It must freeze it as a version first.",
		},
	},
} as const satisfies Messages;
