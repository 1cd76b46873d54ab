import { useText } from "~/platform/i18n";
import type { AuthorShown } from "../contribution";
import { messages } from "../messages";

/** Says who wrote something: the chosen name, „ohne Namen“, or „gelöschtes Konto“. */
export function useAuthorName(): (author: AuthorShown) => string {
	const t = useText(messages);
	return (author) => (author.kind === "named" ? t("author.by", { name: author.name }) : t(`author.${author.kind}`));
}
