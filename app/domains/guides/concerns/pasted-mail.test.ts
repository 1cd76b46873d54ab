import { expect, it } from "vitest";
import { readPastedMail } from "./pasted-mail";

it.each([
	[
		"as Thunderbird forwards it",
		"Bitte aufnehmen!\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Bus am Abend\nDatum: Mon, 2 Nov 2026\nVon: Hilde Reuter <h.reuter@post.example>\nAn: lotsen@kreis.example\n\nGuten Tag,\nam Abend fährt kein Bus.",
		{
			senderName: "Hilde Reuter",
			sender: "h.reuter@post.example",
			subject: "Bus am Abend",
			text: "Guten Tag,\nam Abend fährt kein Bus.",
		},
	],
	[
		"as Outlook forwards it",
		"-----Ursprüngliche Nachricht-----\r\nVon: Reuter, Hilde [mailto:h.reuter@post.example]\r\nGesendet: Montag\r\nAn: Lotsen\r\nBetreff: AW: Bus\r\n\r\nEs fährt keiner.",
		{ senderName: "Reuter, Hilde", sender: "h.reuter@post.example", subject: "AW: Bus", text: "Es fährt keiner." },
	],
	[
		"quoted",
		"> Von: h.reuter@post.example\n> Betreff: Bus\n>\n> Kein Bus.\n> Nie.",
		{ senderName: null, sender: "h.reuter@post.example", subject: "Bus", text: "Kein Bus.\nNie." },
	],
	[
		"without a head, with a colon further down",
		"Guten Tag,\n\nes geht um den Bus.\nEr fehlt.\nVon: Mendig\nNach: Mayen",
		{
			senderName: null,
			sender: null,
			subject: null,
			text: "Guten Tag,\n\nes geht um den Bus.\nEr fehlt.\nVon: Mendig\nNach: Mayen",
		},
	],
])("reads a mail %s", (_, pasted, expected) => {
	expect(readPastedMail(pasted)).toEqual(expected);
});
