import type { Messages } from "~/platform/i18n";

/** What members are told of votes by mail. */
export const voteLetterMessages = {
	de: {
		opened: {
			subject: "Abstimmung: {title}",
			text: "Im Arbeitskreis „{group}“ wird {mode} über „{title}“ abgestimmt.",
			mode: { named: "namentlich", secret: "geheim" },
			until: "Abstimmen können Sie bis {until}.",
			substitute:
				"Sie bekommen diese Nachricht, weil Sie ein Mitglied vertreten. Es stimmt selbst ab, oder Sie für den Sitz.",
			button: "Abstimmen",
			because: "Sie gehören zu diesem Arbeitskreis.",
		},
		reminded: {
			subject: "Erinnerung: Abstimmung endet {until}",
			text: "Im Arbeitskreis „{group}“ ist die Abstimmung über „{title}“ noch offen. Ihre Stimme fehlt noch.",
			because: "Sie sind stimmberechtigt und haben noch nicht abgestimmt. Diese Erinnerung kommt nur einmal.",
		},
		cancelled: {
			subject: "Abstimmung abgebrochen: {title}",
			text: "Die Abstimmung über „{title}“ im Arbeitskreis „{group}“ wurde abgebrochen. Ihre Stimme zählt nicht mehr, sie zieht auch nicht um. Wird mit geändertem Wortlaut neu abgestimmt, stimmen Sie bitte noch einmal ab.",
			button: "Arbeitskreis ansehen",
			because: "Sie hatten in dieser Abstimmung schon abgestimmt.",
		},
		onBehalf: {
			subject: "Ihre Stimme wurde aufgeschrieben: {title}",
			text: "Für Sie wurde im Arbeitskreis „{group}“ eine Stimme zu „{title}“ aufgeschrieben. Stimmt das nicht, ändern Sie sie bitte, solange die Abstimmung offen ist.",
			button: "Stimme ansehen",
			because: "Jemand hat Ihre Stimme vor einer Zeugin oder einem Zeugen aufgeschrieben.",
		},
		closed: {
			subject: "Ergebnis feststellen: {title}",
			text: "Die Abstimmung über „{title}“ im Arbeitskreis „{group}“ ist vorbei. Das Ergebnis ist berechnet und wartet darauf, dass Sie es feststellen.",
			button: "Zum Ergebnis",
			because: "Sie leiten diesen Arbeitskreis.",
		},
		waiting: { vote: "Abstimmung offen: {group}" },
	},
	en: {
		opened: {
			subject: "Vote: {title}",
			text: "The working group “{group}” votes {mode} on “{title}”.",
			mode: { named: "by name", secret: "in secret" },
			until: "You can vote until {until}.",
			substitute: "You receive this because you stand in for a member. The member votes, or you do for the seat.",
			button: "Vote",
			because: "You belong to this working group.",
		},
		reminded: {
			subject: "Reminder: vote ends {until}",
			text: "In the working group “{group}” the vote on “{title}” is still open. Your vote is missing.",
			because: "You are entitled and have not voted yet. This reminder comes only once.",
		},
		cancelled: {
			subject: "Vote cancelled: {title}",
			text: "The vote on “{title}” in the working group “{group}” was cancelled. Your vote counts no more, nor does it move on. If there is a new vote on a changed wording, please vote again.",
			button: "View working group",
			because: "You had voted in this vote.",
		},
		onBehalf: {
			subject: "Your vote was written down: {title}",
			text: "In the working group “{group}” a vote on “{title}” was written down for you. If it is wrong, please change it while the vote is open.",
			button: "View vote",
			because: "Somebody wrote down your vote before a witness.",
		},
		closed: {
			subject: "Certify the result: {title}",
			text: "The vote on “{title}” in the working group “{group}” is over. The result has been computed and waits for you to certify it.",
			button: "To the result",
			because: "You lead this working group.",
		},
		waiting: { vote: "Vote open: {group}" },
	},
} as const satisfies Messages;
