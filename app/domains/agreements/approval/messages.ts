import type { Messages } from "~/platform/i18n";

/** The approval of a signed agreement, on its page. */
export const approvalMessages = {
	de: {
		title: "Genehmigung",
		needs: "Diese Vereinbarung braucht die Genehmigung von: {authority} ({norm}).",
		words: {
			"not-submitted": "Sie ist noch nicht eingereicht.",
			pending: "Sie ist eingereicht. Die Behörde hat noch nicht geantwortet.",
			granted: "Sie ist genehmigt.",
			deemed: "Sie gilt als genehmigt, weil die Behörde nicht rechtzeitig geantwortet hat.",
			refused: "Sie ist abgelehnt. Die Vereinbarung tritt nicht in Kraft.",
		},
		deemedOn: "Ohne Antwort gilt sie ab {day} als genehmigt.",
		publication: "In Kraft tritt die Vereinbarung am Tag nach ihrer Bekanntmachung.",
		steps: {
			submitted: "eingereicht am {day}",
			granted: "genehmigt am {day}",
			refused: "abgelehnt am {day}",
			published: "bekannt gemacht am {day}",
		},
		note: "Schritt eintragen",
		step: "Was ist geschehen?",
		choices: {
			submitted: "Zur Genehmigung eingereicht",
			granted: "Genehmigung erteilt",
			refused: "Genehmigung abgelehnt",
			published: "Bekannt gemacht",
		},
		day: "Tag",
		evidence: "Aktenzeichen, Fundstelle oder Grund",
		save: "Eintragen",
	},
	en: {
		title: "Approval",
		needs: "This agreement needs the approval of: {authority} ({norm}).",
		words: {
			"not-submitted": "It has not been handed in yet.",
			pending: "It has been handed in. The authority has not answered yet.",
			granted: "It is approved.",
			deemed: "It counts as approved because the authority did not answer in time.",
			refused: "It is refused. The agreement does not come into force.",
		},
		deemedOn: "Without an answer it counts as approved from {day}.",
		publication: "The agreement comes into force on the day after its publication.",
		steps: {
			submitted: "handed in on {day}",
			granted: "approved on {day}",
			refused: "refused on {day}",
			published: "published on {day}",
		},
		note: "Enter a step",
		step: "What has happened?",
		choices: {
			submitted: "Handed in for approval",
			granted: "Approval granted",
			refused: "Approval refused",
			published: "Published",
		},
		day: "Day",
		evidence: "File number, place of publication or reason",
		save: "Enter",
	},
} as const satisfies Messages;
