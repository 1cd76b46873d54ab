export type Command = {
	/** What it does, one line for the list of commands. */
	purpose: string;
	/** Loads the code of this command only; the function returns the exit code. */
	load: () => Promise<(args: string[]) => Promise<number>>;
};

/** Every `npm run <name>` that works on the running or resting house. */
export const commands: Record<string, Command> = {
	start: {
		purpose: "Startet Datenbank, Arbeiter und Webserver",
		load: async () => (await import("./start-house.server")).startHouse,
	},
	dev: {
		purpose: "Dasselbe mit Vite: Änderungen erscheinen sofort",
		load: async () => (await import("./start-house.server")).startHouse,
	},
	worker: {
		purpose: "Startet nur einen Arbeiter, neben einem laufenden Haus oder an DATABASE_URL",
		load: async () => (await import("./start-worker.server")).startWorkerAlone,
	},
	"db:migrate": {
		purpose: "Bringt die Datenbank auf diese Fassung",
		load: async () => (await import("./database-commands.server")).migrateCommand,
	},
	"db:seed": {
		purpose: "Lädt, was beim ersten Start geladen wird (mit DEMO=1 die Vorführung)",
		load: async () => (await import("./database-commands.server")).seedCommand,
	},
	"db:reset": {
		purpose: "Löscht alle Daten der Datenbank und beginnt von vorn",
		load: async () => (await import("./database-commands.server")).resetCommand,
	},
	"db:new-migration": {
		purpose: "Schreibt die Migration zum geänderten Schema: npm run db:new-migration <name>",
		load: async () => (await import("./database-commands.server")).newMigrationCommand,
	},
	"register:import": {
		purpose: "Liest das Gemeindeverzeichnis ein: npm run register:import -- DATEI [--only 07137]",
		load: async () => (await import("./register-command.server")).registerImportCommand,
	},
	"audit:verify": {
		purpose: "Prüft die Ketten des Protokolls; endet mit 1, wenn eine nicht hält",
		load: async () => (await import("./audit-command.server")).verifyAuditCommand,
	},
	verify: {
		purpose: "Prüft Vereinbarungen und Unterschriftsprotokolle: npm run verify -- DATEI.pdf …",
		load: async () => (await import("./verify-command.server")).verifyCommand,
	},
	backup: {
		purpose: "Sichert Datenbank, Dateien und Schlüssel, auch im laufenden Betrieb: npm run backup [-- ORDNER]",
		load: async () => (await import("./backup-commands.server")).backupCommand,
	},
	restore: {
		purpose: "Spielt eine Sicherung in ein leeres Haus ein und prüft es: npm run restore -- ORDNER",
		load: async () => (await import("./backup-commands.server")).restoreCommand,
	},
	"demo:accounts": {
		purpose: "Zeigt die Konten der Vorführung als JSON",
		load: async () => (await import("./account-commands.server")).demoAccountsCommand,
	},
	"demo:refresh": {
		purpose: "Lädt die Vorführung neu, mit dem heutigen Tag; was darin geändert wurde, geht verloren",
		load: async () => (await import("./database-commands.server")).resetCommand,
	},
	"accounts:first-operator": {
		purpose: "Richtet das erste Konto für den Betrieb ein: npm run accounts:first-operator -- name@example.de",
		load: async () => (await import("./account-commands.server")).firstOperatorCommand,
	},
};
