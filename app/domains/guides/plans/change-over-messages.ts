import type { Messages } from "~/platform/i18n";

/** A change of plan: the draft tried on the concerns of the last twelve months, and what nobody took over. */
export const messages = {
	de: {
		title: "Probe: die Anliegen der letzten 12 Monate",
		none: "In den letzten 12 Monaten gab es kein Anliegen.",
		summary:
			"{concerns, plural, one {# Anliegen} other {# Anliegen}}: {changed, plural, =0 {keines hätte} one {# hätte} other {# hätten}} eine andere Stelle.",
		open: "{count, plural, =0 {Kein offenes Anliegen wechselt.} one {# offenes Anliegen wechselt: Dafür wird eine Übergabe vorgeschlagen.} other {# offene Anliegen wechseln: Dafür werden Übergaben vorgeschlagen.}}",
		posts: "Wer hätte wie viele bekommen?",
		post: "Stelle",
		would: "nach diesem Plan",
		before: "bisher",
		places: "Wo hätte sich etwas geändert?",
		place: "Ort",
		count: "andere Stelle",
		overdue: "In zwei Wochen hat niemand angenommen. Das Team übernimmt.",
		overdueStays: "In zwei Wochen hat niemand angenommen. Es bleibt bei der bisherigen Stelle.",
	},
	en: {
		title: "Trial: the concerns of the last 12 months",
		none: "There was no concern in the last 12 months.",
		summary:
			"{concerns, plural, one {# concern} other {# concerns}}: {changed, plural, =0 {none} other {#}} would have had another post.",
		open: "{count, plural, =0 {No open concern changes.} one {# open concern changes: a hand-over is proposed for it.} other {# open concerns change: hand-overs are proposed for them.}}",
		posts: "Who would have got how many?",
		post: "Post",
		would: "by this plan",
		before: "until now",
		places: "Where would something have changed?",
		place: "Place",
		count: "another post",
		overdue: "Nobody accepted within two weeks. The team takes over.",
		overdueStays: "Nobody accepted within two weeks. It stays with the former post.",
	},
} as const satisfies Messages;
