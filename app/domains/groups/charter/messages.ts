import type { Messages } from "~/platform/i18n";

/** The rule of decision in words. */
export const charterMessages = {
	de: {
		rule: {
			share:
				"{share, select, half {die Hälfte} third {ein Drittel} twoThirds {zwei Drittel} threeQuarters {drei Viertel} all {alle} other {{exact}}}",
			quorum: {
				none: "Der Arbeitskreis ist immer beschlussfähig.",
				present:
					"Beschlussfähig ist der Arbeitskreis, wenn {how, select, more {mehr als} other {mindestens}} {share} {base, select, seats {der Mitglieder} electorate {der Stimmberechtigten} other {der Anwesenden}} anwesend ist.",
				votes:
					"Beschlussfähig ist der Arbeitskreis, wenn {how, select, more {mehr als} other {mindestens}} {share} {base, select, seats {der Mitglieder} electorate {der Stimmberechtigten} other {der Anwesenden}} abstimmt; Enthaltungen zählen mit.",
			},
			threshold:
				"Angenommen ist, wofür {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {der abgegebenen Stimmen (mit Enthaltungen)} yesno {der Ja- und Nein-Stimmen} present {der Anwesenden} other {aller Stimmberechtigten}} mit Ja stimmt.",
			unanimous:
				"Angenommen ist, wogegen niemand stimmt und wofür wenigstens eine Person stimmt; Enthaltungen zählen nicht.",
			eachBench:
				"Zusätzlich muss in jeder Gruppe {how, select, more {mehr als} other {mindestens}} {share} {base, select, cast {der abgegebenen Stimmen} yesno {der Ja- und Nein-Stimmen} present {der Anwesenden} other {der Stimmberechtigten}} mit Ja stimmen. Eine Gruppe ohne Ja-Stimme erreicht das nicht.",
		},
	},
	en: {
		rule: {
			share:
				"{share, select, half {half} third {one third} twoThirds {two thirds} threeQuarters {three quarters} all {all} other {{exact}}}",
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
		},
	},
} as const satisfies Messages;
