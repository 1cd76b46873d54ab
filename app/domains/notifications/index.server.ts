export { deliver } from "./commands/deliver.server";
export { queueMail } from "./commands/queue-mail.server";
export { startLocalMailbox } from "./local-mailbox.server";
export { unreadCount } from "./queries/messages.server";
export { houseAddress } from "./house-address.server";
