import type { Messages } from "~/platform/i18n";

/** Words of watching and ending a vote by name or in secret; and of every refusal of voting. */
export const voteStaffMessages = {
	de: {
		watch: {
			title: "Stand der Abstimmung",
			until: "Sie endet am {until}.",
			untilClosed: "Sie endet, wenn Sie sie schließen.",
			reminded: "Erinnert wurde am {at}.",
			willRemind: "Erinnert wird am {at}.",
			held: "Die Zeit ist um, aber die Abstimmung kann noch nicht geschlossen werden",
			people: "Wer schon abgestimmt hat",
			person: "Mitglied",
			state: "Stand",
			onBehalf: "Stimme für ein Mitglied aufschreiben",
			close: "Abstimmung schließen",
			closeText: "Danach stimmt niemand mehr ab, und das Ergebnis wird berechnet. Das lässt sich nicht zurücknehmen.",
			closeQuestion: "Abstimmung jetzt schließen?",
			reopen: "Abbrechen und neu öffnen",
			reopenText:
				"Wortlaut, Möglichkeiten, Regel und Stimmverzeichnis sind fest. Wer etwas ändern will, bricht ab und öffnet neu. Wer schon abgestimmt hat, wird benachrichtigt; Stimmen ziehen nicht um.",
			again: "Mit diesem Wortlaut neu öffnen",
		},
		onBehalf: {
			title: "Stimme für ein Mitglied aufschreiben",
			lead: "Für Mitglieder ohne eigenen Zugang. Das Mitglied sagt Ihnen seine Stimme vor einer Zeugin oder einem Zeugen. Bis zum Ende kann es sie selbst ändern.",
			seat: "Für wen?",
			witness: "Bezeugt von",
			witnessHint: "Ein anderes Mitglied, das dabei war. Nicht Sie selbst.",
			save: "Stimme aufschreiben",
		},
		treat: {
			title: "Einwände behandeln",
			text: "Vor dem Feststellen wird bei jedem Einwand gesagt, wie mit ihm umgegangen wurde. Das ändert das Ergebnis nicht. Wird ein Einwand eingearbeitet, ist das ein neuer Wortlaut und eine neue Abstimmung.",
			outcome: "Wie wurde damit umgegangen?",
			integrated: "Er wird in einen neuen Wortlaut eingearbeitet",
			stands: "Er bleibt bestehen",
			note: "In ein, zwei Sätzen",
			save: "Speichern: {name}",
		},
		refuse: {
			title: "Ergebnis nicht feststellen",
			text: "Sie tragen kein anderes Ergebnis ein. Die Abstimmung bleibt mit Ihrer Begründung stehen, und Sie können eine neue öffnen.",
			reason: "Warum stellen Sie es nicht fest?",
			save: "Nicht feststellen",
		},
	},
	en: {
		watch: {
			title: "State of the vote",
			until: "It ends on {until}.",
			untilClosed: "It ends when you close it.",
			reminded: "Reminders went out on {at}.",
			willRemind: "Reminders go out on {at}.",
			held: "Its time is over, but the vote cannot be closed yet",
			people: "Who has voted",
			person: "Member",
			state: "State",
			onBehalf: "Write down a vote for a member",
			close: "Close the vote",
			closeText: "Then nobody votes any more, and the result is computed. This cannot be taken back.",
			closeQuestion: "Close the vote now?",
			reopen: "Cancel and reopen",
			reopenText:
				"Wording, options, rule and voting list are fixed. Whoever wants to change something cancels and opens anew. Those who have voted are told; votes do not move on.",
			again: "Open anew with this wording",
		},
		onBehalf: {
			title: "Write down a vote for a member",
			lead: "For members without access of their own. The member tells you the vote before a witness. The member can change it until the end.",
			seat: "For whom?",
			witness: "Witnessed by",
			witnessHint: "Another member who was there. Not yourself.",
			save: "Write down vote",
		},
		treat: {
			title: "Deal with objections",
			text: "Before certifying it is said of every objection how it was dealt with. This does not change the result. An objection that is integrated means another wording and another vote.",
			outcome: "How was it dealt with?",
			integrated: "It is integrated into a new wording",
			stands: "It stands",
			note: "In a sentence or two",
			save: "Save: {name}",
		},
		refuse: {
			title: "Do not certify the result",
			text: "You enter no other result. The vote stays with your reason, and you can open a new one.",
			reason: "Why do you not certify it?",
			save: "Do not certify",
		},
	},
} as const satisfies Messages;

/** Why a vote is refused; part of the group's refusals. */
export const voteRefusals = {
	de: {
		"hands-for-majority-only":
			"Mit Handzeichen geht nur Ja und Nein ohne Begründung. Bitte wählen Sie namentlich oder geheim.",
		"secret-without-reasons":
			"Diese Methode verlangt Begründungen, und die verraten, von wem sie sind. Bitte stimmen Sie namentlich ab oder wählen Sie eine andere Methode.",
		"too-few-for-secret":
			"Nur {entitled} Personen sind stimmberechtigt. Unter {fewest} ist eine Abstimmung nicht geheim: Das Ergebnis würde verraten, wer wie gestimmt hat.",
		"bench-too-small-for-secret":
			"Die Regel fragt nach jeder Gruppe, und in der Gruppe {bench, select, administration {Verwaltung} politics {Politik} advisory {Beiräte} other {Bürgerschaft}} sind weniger als drei stimmberechtigt. Geheim wäre das nicht.",
		"nobody-entitled": "Niemand wäre stimmberechtigt.",
		"options-too-few": "Bitte geben Sie wenigstens zwei Möglichkeiten ein, jede in einer Zeile.",
		"options-too-many": "Bitte geben Sie höchstens {most} Möglichkeiten ein.",
		"option-twice": "Eine Möglichkeit steht zweimal da.",
		"option-too-long": "Eine Möglichkeit darf höchstens 200 Zeichen haben.",
		"options-not-asked": "Bei dieser Methode gibt es keine Möglichkeiten zur Wahl. Bitte leeren Sie das Feld.",
		"closes-in-the-past": "Das Ende muss in der Zukunft liegen.",
		"closing-missing": "Eine Erinnerung braucht ein Ende der Abstimmung.",
		"reminder-outside": "Die Erinnerung muss zwischen jetzt und dem Ende liegen.",
		"scale-wrong": "Bitte geben Sie eine Zahl von 1 bis 100 ein.",
		"vetoes-wrong": "Bitte geben Sie eine Zahl von 1 bis 99 ein.",
		"rule-missing":
			"Diese Regel steht nicht in der Geschäftsordnung. Bitte wählen Sie noch einmal, wie abgestimmt wird.",
		"not-the-cancelled": "Diese Abstimmung kann keine andere ersetzen.",
		"voting-closed": "Diese Abstimmung ist vorbei. Ihre Stimme wurde nicht gespeichert.",
		"choice-incomplete":
			"Bitte geben Sie zu jeder Möglichkeit eine Zahl in den Grenzen ein, oder wählen Sie eine Antwort.",
		"reason-missing": "Bitte begründen Sie das in ein, zwei Sätzen.",
		"reason-too-long": "Bitte schreiben Sie höchstens 2.000 Zeichen.",
		"statement-too-long": "Bitte schreiben Sie höchstens 5.000 Zeichen.",
		"member-has-voted": "Das Mitglied hat selbst abgestimmt. Ändern kann es nur das Mitglied.",
		"substitute-elsewhere":
			"Sie haben hier schon für einen anderen Sitz abgestimmt. Eine Vertretung handelt immer nur für einen Sitz.",
		"already-cast": "Für diesen Sitz ist schon ein Stimmzettel in der Urne.",
		"votes-on-paper":
			"Sie haben einen Zettel bekommen und stimmen auf Papier ab. Wenn Sie lieber hier abstimmen, geben Sie ihn zurück.",
		"no-slips": "Es ist kein Zettel ausgegeben.",
		"too-few-slips":
			"Hier {slips, plural, one {ist nur ein Zettel} other {sind nur # Zettel}} ausgegeben. Unter {fewest} würde die Summe verraten, wer wie gestimmt hat. Bitte geben Sie mehr Zettel aus, oder nehmen Sie diese zurück.",
		"slips-not-as-handed":
			"Gezählt sind {counted}, ausgegeben {slips}. Wer einen Zettel nicht eingeworfen hat, gibt ihn zurück; das wird oben aufgeschrieben.",
		"counts-differ":
			"Ihre Zahlen sind andere als die der ersten Person. Bitte zählen Sie gemeinsam noch einmal. Die erste Person kann ihre Zahlen neu eintragen.",
		"slips-uncounted":
			"Es sind Zettel ausgegeben, die noch nicht von zwei Personen gezählt sind. Danach lässt sich die Abstimmung schließen.",
		"too-few-in-secret":
			"Auf der Seite haben erst eine oder zwei Personen abgestimmt, oder in einer der Gruppen, nach denen gefragt wird. Das Ergebnis würde verraten, wie. Geschlossen werden kann, wenn dort niemand oder wenigstens drei abgestimmt haben. Ist die Zeit um, brechen Sie die Abstimmung ab und öffnen Sie sie neu, zum Beispiel mit Zetteln für alle.",
		"not-sure": "Bitte bestätigen Sie, dass Ihre Stimme endgültig ist.",
		"not-in-secret": "In einer geheimen Abstimmung stimmt niemand für andere ab.",
		"witness-missing": "Bitte wählen Sie, wer es bezeugt.",
		"witness-another": "Bezeugen muss es ein anderes Mitglied: nicht wer abstimmt und nicht Sie selbst.",
		"objections-open": "Bitte halten Sie zuerst bei jedem Einwand fest, wie mit ihm umgegangen wurde.",
		"no-objection": "Hier gibt es keinen Einwand.",
		"note-missing": "Bitte schreiben Sie in ein, zwei Sätzen, wie damit umgegangen wurde.",
		"statement-missing": "Bitte schreiben Sie etwas.",
	},
	en: {
		"hands-for-majority-only": "Hands only say yes and no without reasons. Please choose by name or secret.",
		"secret-without-reasons":
			"This method asks for reasons, and these tell whose they are. Please vote by name, or choose another method.",
		"too-few-for-secret":
			"Only {entitled} people are entitled. Below {fewest} a vote is not secret: the result would tell who voted how.",
		"bench-too-small-for-secret":
			"The rule asks every bench, and in the bench {bench, select, administration {administration} politics {politics} advisory {advisory boards} other {citizens}} fewer than three are entitled. That would not be secret.",
		"nobody-entitled": "Nobody would be entitled.",
		"options-too-few": "Please enter at least two options, one on each line.",
		"options-too-many": "Please enter at most {most} options.",
		"option-twice": "An option is there twice.",
		"option-too-long": "An option has 200 characters at most.",
		"options-not-asked": "This method has no options to choose from. Please empty the field.",
		"closes-in-the-past": "The end must lie in the future.",
		"closing-missing": "A reminder needs an end of the vote.",
		"reminder-outside": "The reminder must lie between now and the end.",
		"scale-wrong": "Please enter a number from 1 to 100.",
		"vetoes-wrong": "Please enter a number from 1 to 99.",
		"rule-missing": "This rule is not in the charter. Please choose again how it is voted.",
		"not-the-cancelled": "This vote can take the place of no other.",
		"voting-closed": "This vote is over. Your vote was not stored.",
		"choice-incomplete": "Please enter a number within the limits for every option, or choose an answer.",
		"reason-missing": "Please give a reason in a sentence or two.",
		"reason-too-long": "Please write 2,000 characters at most.",
		"statement-too-long": "Please write 5,000 characters at most.",
		"member-has-voted": "The member has voted. Only the member can change it.",
		"substitute-elsewhere": "You have voted here for another seat. A substitute acts for one seat at a time.",
		"already-cast": "There is a ballot for this seat in the box already.",
		"votes-on-paper": "You were given a slip and vote on paper. If you would rather vote here, hand it back.",
		"no-slips": "No slip was handed out.",
		"too-few-slips":
			"{slips, plural, one {Only one slip is} other {Only # slips are}} out here. Below {fewest} the sum would tell who voted how. Please hand out more slips, or take these back.",
		"slips-not-as-handed":
			"{counted} are counted, {slips} were handed out. Whoever did not cast a slip hands it back; that is written down above.",
		"counts-differ":
			"Your figures differ from those of the first person. Please count again together. The first person can enter their figures anew.",
		"slips-uncounted": "Slips are out that two people have not counted yet. Afterwards the vote can be closed.",
		"too-few-in-secret":
			"Only one or two people have voted on the page so far, or in one of the benches that are asked. The result would tell how. The vote can be closed when nobody or at least three have voted there. When its time is over, cancel it and open it anew, for instance with slips for all.",
		"not-sure": "Please confirm that your vote is final.",
		"not-in-secret": "In a secret vote nobody votes for others.",
		"witness-missing": "Please choose who witnesses it.",
		"witness-another": "Another member must witness it: neither the voter nor yourself.",
		"objections-open": "Please say of every objection first how it was dealt with.",
		"no-objection": "There is no objection here.",
		"note-missing": "Please say in a sentence or two how it was dealt with.",
		"statement-missing": "Please write something.",
	},
} as const;
