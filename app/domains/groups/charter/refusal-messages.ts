import type { Messages } from "~/platform/i18n";

/** Why something about charter, state and seats of a group is refused. */
export const charterRefusalMessages = {
	de: {
		"not-in-this-state": "Das geht bei diesem Stand des Arbeitskreises nicht (mehr).",
		"reason-missing": "Bitte begründen Sie das in ein, zwei Sätzen.",
		"composition-gap":
			"Die Besetzung passt an diesem Tag nicht zur Geschäftsordnung. Bitte besetzen Sie die Sitze, oder begründen Sie, warum der Arbeitskreis trotzdem beginnt.",
		"day-outside": "Dieser Tag passt nicht zum Zeitraum des Arbeitskreises.",
		"bench-occupied":
			"In der Gruppe {bench, select, administration {Verwaltung} politics {Politik} advisory {Beiräte} other {Bürgerschaft}} sitzt noch jemand. Sie kann erst wegfallen, wenn dort niemand mehr sitzt.",
		"version-in-the-past":
			"Eine neue Fassung gilt frühestens ab heute, nach der vorigen Fassung und nach der letzten Sitzung.",
		"share-wrong":
			"Bitte geben Sie den Anteil als Bruch ein, zum Beispiel 3/4. Er ist größer als 0 und höchstens das Ganze (1/1).",
		"share-not-chosen":
			"Sie haben einen Anteil eingetragen. Bitte wählen Sie dazu „Anderer Anteil“, oder leeren Sie das Feld.",
		"bench-without-seats":
			"Diese Gruppe hat keine Sitze. Bitte geben Sie ihr Sitze, oder nehmen Sie heraus, was sie für sich erreichen muss.",
		"rule-name-missing": "Bitte geben Sie der weiteren Regel einen Namen.",
		"days-wrong": "Bitte geben Sie eine Zahl von 0 bis 90 ein.",
		"term-unknown": "Eines davon gibt es bei Ihrer Organisation nicht (mehr). Bitte wählen Sie neu.",
		"parent-unknown": "Dieses Gremium gibt es bei Ihrer Organisation nicht (mehr).",
		"parent-below": "Dieser Arbeitskreis arbeitet selbst für die Gruppe. Bitte wählen Sie ein anderes Gremium.",
		"words-wrong": "Bitte geben Sie höchstens zehn kurze Stichwörter ein, mit Komma getrennt.",
		"behalf-missing": "Bitte wählen Sie, für wen vertreten wird, oder nennen Sie die entsendende Stelle.",
		"behalf-unknown": "Diese Stelle hat im Arbeitskreis zurzeit keinen Sitz, für den jemand vertreten könnte.",
	},
	en: {
		"not-in-this-state": "That is not possible in this state of the working group (any more).",
		"reason-missing": "Please give a reason in a sentence or two.",
		"composition-gap":
			"On this day the seats do not fit the rules of procedure. Please fill the seats, or say why the working group begins nevertheless.",
		"day-outside": "This day does not fit the period of the working group.",
		"bench-occupied":
			"Somebody still sits in the bench {bench, select, administration {administration} politics {politics} advisory {advisory boards} other {citizens}}. It can go only when nobody sits there.",
		"version-in-the-past":
			"A new version is in force from today at the earliest, after the version before and after the last meeting.",
		"share-wrong": "Please enter the share as a fraction, such as 3/4. It is more than 0 and at most the whole (1/1).",
		"share-not-chosen": "You entered a share. Please choose “another share” with it, or empty the field.",
		"bench-without-seats": "This bench has no seats. Please give it seats, or take out what it has to reach by itself.",
		"rule-name-missing": "Please give the further rule a name.",
		"days-wrong": "Please enter a number from 0 to 90.",
		"term-unknown": "One of these is not there (any more) at your organisation. Please choose again.",
		"parent-unknown": "This body is not there (any more) at your organisation.",
		"parent-below": "This working group itself works for the group. Please choose another body.",
		"words-wrong": "Please enter at most ten short keywords, separated by commas.",
		"behalf-missing": "Please choose who is stood in for, or name the sending body.",
		"behalf-unknown": "This body has no seat in the working group at present that somebody could stand in for.",
	},
} as const satisfies Messages;
