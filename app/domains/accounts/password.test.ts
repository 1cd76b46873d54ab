import { expect, test } from "vitest";
import { judgePassword } from "./password";

const known = ["anna.mueller@rathaus.example", "Anna M.", "Anna", "Müller"];

test.each([
	["", "password-short"],
	["neunlang9", "password-short"],
	["zehnlang10", null],
	["🙂🙃🙂🙃🙂🙃🙂🙃🙂", "password-short"],
	["x".repeat(201), "password-long"],
	["aaaaaaaaaaaa", "password-common"],
	["Passwort2026!", "password-common"],
	["passwort passwort", "password-common"],
	["1234567890", "password-common"],
	["Willkommen2026", "password-common"],
	["anna.mueller1", "password-personal"],
	["AnnaMüller99", "password-personal"],
	["Anna mag grüne Fahrräder", null],
	["Rathaus kleine Laterne", null],
	["vier zufällige Wörter hier", null],
])("%j: %j", (password, expected) => {
	expect(judgePassword(password, known)).toBe(expected);
});

test("two hundred characters of any kind are taken", () => {
	expect(judgePassword("grün ".repeat(40), known)).toBeNull();
});
