import { useText } from "~/platform/i18n";
import { messages } from "../place-messages";

type Held = {
	holder: string | null;
	acting: boolean;
	away: boolean;
	cover: { label: string; name: string | null } | null;
	deputy: { label: string; name: string | null } | null;
};

/** Who holds a post, in words also when nobody does. */
export function Holder({ post }: { post: Held }) {
	const t = useText(messages);
	if (!post.holder) return t("posts.vacant");
	const name = post.acting ? t("posts.acting", { name: post.holder }) : post.holder;
	if (!post.away) return name;
	const { cover } = post;
	return cover
		? t("posts.covered", {
				name,
				cover: cover.name ? t("posts.deputyOf", { ...cover, name: cover.name }) : cover.label,
			})
		: t("posts.away", { name });
}

/** Which post stands in, and who holds that. */
export function Deputy({ post: { deputy } }: { post: Held }) {
	const t = useText(messages);
	if (!deputy) return t("posts.none");
	return deputy.name ? t("posts.deputyOf", { name: deputy.name, label: deputy.label }) : deputy.label;
}
