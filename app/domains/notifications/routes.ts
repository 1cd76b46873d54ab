import { route } from "@react-router/dev/routes";

export const notificationRoutes = [
	route("konto/nachrichten", "domains/notifications/routes/read-messages.tsx"),
	route("konto/benachrichtigungen", "domains/notifications/routes/choose-rhythm.tsx"),
	route("abmelden/:token", "domains/notifications/routes/unsubscribe.tsx"),
	route("betrieb/post", "domains/notifications/routes/outgoing-mail.tsx"),
	route("demo/post", "domains/notifications/routes/mailbox.tsx"),
	route("demo/post/:id", "domains/notifications/routes/mailbox-mail.tsx"),
];
