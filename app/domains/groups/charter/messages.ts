import type { Messages } from "~/platform/i18n";

/** The rule of decision in words. */
export const charterMessages = {
	de: {
		rule: {
			share:
				"{share, select, half {die Hälfte (1/2)} third {ein Drittel (1/3)} twoThirds {zwei Drittel (2/3)} threeQuarters {drei Viertel (3/4)} all {alle (1/1)} other {{exact}}}",
			quorum: {
				none: "Der Arbeitskreis ist immer beschlussfähig.",
				present:
					"Beschlussfähig ist der Arbeitskreis, wenn {how, select, more {mehr als} other {mindestens}} {share} {base, select, seats {der Mitglieder} electorate {der Stimmberechtigten} other {der Anwesenden}} anwesend ist.",
				votes:
					"Beschlussfähig ist der Arbeitskreis, wenn {how, select, more {mehr als} other {mindestens}} {share} {base, select, seats {der Mitglieder} electorate {der Stimmberechtigten} other {der Anwesenden}} abstimmt; Enthaltungen zählen mit.",
			},
			threshold:
				"Angenommen ist, wofür {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {der abgegebenen Stimmen (mit Enthaltungen)} yesno {der Ja- und Nein-Stimmen} present {der Anwesenden} other {aller Stimmberechtigten}} mit Ja stimmen.",
			unanimous:
				"Angenommen ist, wogegen niemand stimmt und wofür wenigstens eine Person stimmt; Enthaltungen zählen nicht.",
			eachBench:
				"Zusätzlich muss in jeder Gruppe {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {der abgegebenen Stimmen} yesno {der Ja- und Nein-Stimmen} present {der Anwesenden} other {der Stimmberechtigten}} mit Ja stimmen. Eine Gruppe ohne Ja-Stimme erreicht das nicht.",
			otherBenches:
				"In jeder anderen Gruppe müssen {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {der abgegebenen Stimmen} yesno {der Ja- und Nein-Stimmen} present {der Anwesenden} other {der Stimmberechtigten}} Ja sein.",
			bench:
				"Die Gruppe {bench} muss für sich zustimmen. Dafür müssen {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {ihrer abgegebenen Stimmen (mit Enthaltungen) Ja sein} yesno {ihrer Ja- und Nein-Stimmen Ja sein} present {ihrer Anwesenden mit Ja stimmen} other {ihrer Stimmberechtigten mit Ja stimmen}}.",
			benchUnanimous:
				"Die Gruppe {bench} muss für sich zustimmen. Dafür darf in ihr niemand dagegen stimmen, und wenigstens eine Person muss dafür stimmen.",
			benchQuorum:
				"Die Gruppe {bench} muss für sich beschlussfähig sein. Dafür müssen {how, select, more {mehr als} other {mindestens}} {share} {base, select, seats {ihrer Mitglieder} electorate {ihrer Stimmberechtigten} other {ihrer Anwesenden}} {counts, select, present {anwesend sein} other {abstimmen}}.",
		},
		charter: {
			title: "Auftrag und Geschäftsordnung",
			version: "Fassung {number}",
			from: "gilt ab {date}",
			inForce: "gilt jetzt",
			later: "gilt noch nicht",
			earlier: "galt früher",
			reason: "Warum geändert",
			bodyKind: "Was ist der Arbeitskreis?",
			bodyKinds: {
				informal: "Informelle Runde",
				advisory: "Beratender Arbeitskreis",
				deciding: "Beschließendes Gremium",
			},
			binding: {
				informal: "Die Runde tauscht sich aus. Was sie vereinbart, bindet niemanden.",
				advisory: "Der Arbeitskreis empfiehlt. Seine Empfehlung bindet niemanden.",
				deciding: "Das Gremium beschließt in den Fragen, die ihm übertragen sind.",
			},
			rules: "So wird abgestimmt",
			usualRule: "Regelfall",
			minutes: "Protokoll",
			minutesText:
				"{by, select, administration {Das Protokoll schreibt die Verwaltung.} chair {Das Protokoll schreibt, wen der Vorsitz bestimmt.} other {Das Protokoll schreiben die Mitglieder reihum.}} {days, plural, =0 {Einwände sind nur in der nächsten Sitzung möglich.} one {Einwände sind einen Tag lang möglich.} other {Einwände sind # Tage lang möglich.}}",
			deadlines: "Fristen vor einer Sitzung",
			deadlinesText:
				"Die Einladung geht spätestens {invitation, plural, =0 {am Tag der Sitzung} one {einen Tag vorher} other {# Tage vorher}} hinaus. Mitglieder können Punkte beantragen bis {motions, plural, =0 {zum Tag der Sitzung} one {einen Tag vorher} other {# Tage vorher}}.",
			guests: "Gäste",
			guestsText:
				"{by, select, leaders {Vorsitz und Verwaltung können Gäste zu einzelnen Punkten einladen.} other {Gäste sind nicht vorgesehen.}}",
			seats: "Sitze",
			seatRange: "{min} bis {max}",
			history: "Was bisher geschah",
			topics: "Themen",
			areas: "Gebiete",
			more: "Alle Fassungen von Auftrag und Geschäftsordnung",
		},
		groupStates: {
			draft: "in Vorbereitung",
			constituted: "eingesetzt",
			active: "arbeitet",
			paused: "ruht",
			concluded: "beendet",
			archived: "archiviert",
		},
		steps: {
			constituted: "Konstituiert",
			paused: "Ruht",
			resumed: "Arbeitet wieder",
			concluded: "Beendet",
			archived: "Archiviert",
			reviewed: "Auftrag überprüft",
		},
		outcomes: {
			"go-on": "Es geht weiter wie bisher",
			changed: "Der Auftrag wurde geändert",
			end: "Der Arbeitskreis endet",
		},
	},
	en: {
		rule: {
			share:
				"{share, select, half {half (1/2)} third {one third (1/3)} twoThirds {two thirds (2/3)} threeQuarters {three quarters (3/4)} all {all (1/1)} other {{exact}}}",
			quorum: {
				none: "The working group is always able to decide.",
				present:
					"The working group is able to decide when {how, select, more {more than} other {at least}} {share} of {base, select, seats {its members} electorate {those entitled to vote} other {those present}} are present.",
				votes:
					"The working group is able to decide when {how, select, more {more than} other {at least}} {share} of {base, select, seats {its members} electorate {those entitled to vote} other {those present}} vote; abstentions count.",
			},
			threshold:
				"Adopted is what {how, select, more {more than} other {at least}} {share} of {base, select, cast {the votes cast (with abstentions)} yesno {the yes and no votes} other {all those entitled to vote}} say yes to.",
			unanimous: "Adopted is what nobody votes against and at least one person votes for; abstentions do not count.",
			eachBench:
				"In addition, in every bench {how, select, more {more than} other {at least}} {share} of {base, select, cast {the votes cast} yesno {the yes and no votes} other {those entitled to vote}} must say yes. A bench without a yes vote does not reach that.",
			otherBenches:
				"In every other bench {how, select, more {more than} other {at least}} {share} of {base, select, cast {the votes cast} yesno {the yes and no votes} present {those present} other {those entitled to vote}} must say yes.",
			bench:
				"The bench {bench} must agree by itself: {how, select, more {more than} other {at least}} {share} of {base, select, cast {its votes cast (with abstentions)} yesno {its yes and no votes} present {its members present} other {its members entitled to vote}} must say yes.",
			benchUnanimous:
				"The bench {bench} must agree by itself: nobody in it may vote against, and at least one person must vote for.",
			benchQuorum:
				"The bench {bench} must be able to decide by itself: {how, select, more {more than} other {at least}} {share} of {base, select, seats {its members} electorate {its members entitled to vote} other {its members present}} must {counts, select, present {be present} other {vote}}.",
		},
		charter: {
			title: "Mandate and rules of procedure",
			version: "Version {number}",
			from: "in force from {date}",
			inForce: "in force",
			later: "not in force yet",
			earlier: "earlier version",
			reason: "Why it was changed",
			bodyKind: "What is the working group?",
			bodyKinds: {
				informal: "Informal circle",
				advisory: "Advisory working group",
				deciding: "Deciding body",
			},
			binding: {
				informal: "The circle exchanges views. What it agrees on binds nobody.",
				advisory: "The working group recommends. Its recommendation binds nobody.",
				deciding: "The body decides in the matters entrusted to it.",
			},
			rules: "How votes are taken",
			usualRule: "Usual rule",
			minutes: "Minutes",
			minutesText:
				"{by, select, administration {The administration writes the minutes.} chair {Whoever the chair names writes the minutes.} other {The members write the minutes in turn.}} {days, plural, =0 {Objections are possible in the next meeting only.} one {Objections are possible for one day.} other {Objections are possible for # days.}}",
			deadlines: "Deadlines before a meeting",
			deadlinesText:
				"The invitation goes out {invitation, plural, =0 {on the day of the meeting} one {one day before} other {# days before}} at the latest. Members can ask for items until {motions, plural, =0 {the day of the meeting} one {one day before} other {# days before}}.",
			guests: "Guests",
			guestsText:
				"{by, select, leaders {Chair and administration can invite guests to single items.} other {There are no guests.}}",
			seats: "Seats",
			seatRange: "{min} to {max}",
			history: "What has happened so far",
			topics: "Topics",
			areas: "Areas",
			more: "All versions of mandate and rules of procedure",
		},
		groupStates: {
			draft: "being prepared",
			constituted: "constituted",
			active: "working",
			paused: "paused",
			concluded: "ended",
			archived: "archived",
		},
		steps: {
			constituted: "Constituted",
			paused: "Paused",
			resumed: "Working again",
			concluded: "Ended",
			archived: "Archived",
			reviewed: "Mandate reviewed",
		},
		outcomes: { "go-on": "It goes on as before", changed: "The mandate was changed", end: "The working group ends" },
	},
} as const satisfies Messages;
