import type { Messages } from "~/platform/i18n";
import { refusalMessages } from "../refusal-messages";

/** The key of the seal, for whoever runs the installation. */
export const sealKeyMessages = {
	de: {
		title: "Schlüssel für den Prüfvermerk",
		lead: "Mit diesem Schlüssel bringt das Haus Prüfvermerke auf unterschriebenen Vereinbarungen an.",
		there: "Der Schlüssel ist da. Sein Zertifikat gilt bis zum {day}.",
		missing: "Der Schlüssel fehlt. Es werden keine Prüfvermerke angebracht.",
		missingText:
			"Es gibt schon Papiere mit Prüfvermerk, aber die Datei „{file}“ liegt nicht mehr im Datenordner. Deshalb macht das Haus nicht von selbst einen neuen Schlüssel. Unterschreiben geht weiter. {count, plural, =0 {Es wartet kein Papier.} one {Ein Papier wartet.} other {# Papiere warten.}}",
		restore: "Der bessere Weg: den Schlüssel zurückholen",
		restoreText:
			"Die Datei „{file}“ liegt in jeder Sicherung (npm run backup). Legen Sie sie zurück in den Datenordner, nur für den Benutzer des Hauses lesbar. Ein neuer Start ist nicht nötig: Wartende Papiere bekommen ihren Prüfvermerk in spätestens einer Stunde.",
		renew: "Wenn er verloren ist: neuen Schlüssel bestätigen",
		renewText:
			"Danach macht das Haus einen neuen Schlüssel. Papiere mit dem alten Prüfvermerk bleiben gültig und prüfbar; ihr Zertifikat steht unter „Vereinbarung prüfen“ neben dem neuen. Im Protokoll steht, dass Sie den Wechsel bestätigt haben. Ist der Schlüssel in fremde Hände geraten, sagen Sie es den Parteien.",
		reason: "Was ist geschehen?",
		reasonHint: "Zum Beispiel: Die Festplatte ist ausgefallen, in der Sicherung fehlt die Datei.",
		button: "Neuen Schlüssel machen lassen",
		proof: "Vorher zeigen Sie noch einmal Passwort und Code.",
		proofButton: "Weiter: Passwort und Code eingeben",
		renewed: "Der Wechsel ist bestätigt. Das Haus bringt wieder Prüfvermerke an.",
		changed: "Letzter Wechsel: am {day} bestätigt von {who}. Grund: {reason}",
		erased: "gelöschtes Konto",
		certificates: "Zertifikate dieses Hauses",
		refusals: {
			...refusalMessages.de,
			"seal-key-there": "Der Schlüssel ist wieder da. Es braucht keinen neuen.",
			"reason-missing": "Bitte schreiben Sie, was geschehen ist.",
		},
	},
	en: {
		title: "Key of the seal",
		lead: "With this key the house seals signed agreements.",
		there: "The key is there. Its certificate counts until {day}.",
		missing: "The key is missing. Nothing is sealed.",
		missingText:
			"There are sealed papers already, but the file “{file}” is no longer in the data folder. So the house makes no other key by itself. Signing goes on. {count, plural, =0 {No paper is waiting.} one {One paper is waiting.} other {# papers are waiting.}}",
		restore: "The better way: bring the key back",
		restoreText:
			"The file “{file}” lies in every backup (npm run backup). Put it back into the data folder, readable for the house's user only. No new start is needed: papers that wait are sealed within an hour.",
		renew: "If it is lost: confirm another key",
		renewText:
			"The house then makes another key. Papers with the old seal stay valid and can be checked; their certificate stands under “Check an agreement” beside the new one. The log says that you confirmed the change. If the key fell into strange hands, tell the parties.",
		reason: "What happened?",
		reasonHint: "For example: the disk failed, and the backup lacks the file.",
		button: "Have another key made",
		proof: "Before that you show password and code once more.",
		proofButton: "Go on: enter password and code",
		renewed: "The change is confirmed. The house seals again.",
		changed: "Last change: confirmed on {day} by {who}. Reason: {reason}",
		erased: "deleted account",
		certificates: "Certificates of this house",
		refusals: {
			...refusalMessages.en,
			"seal-key-there": "The key is back. No other one is needed.",
			"reason-missing": "Please write what happened.",
		},
	},
} as const satisfies Messages;
