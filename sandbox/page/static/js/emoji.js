// The emoji that people and apps use most, by Slack's names for them. A name that is not here is shown as its name.

const TABLE = `
smile 😄|smiley 😃|grinning 😀|grin 😁|blush 😊|slightly_smiling_face 🙂|wink 😉|joy 😂|sweat_smile 😅|thinking_face 🤔
upside_down_face 🙃|heart_eyes 😍|relieved 😌|neutral_face 😐|disappointed 😞|cry 😢|sob 😭|worried 😟|scream 😱|tired_face 😫
sunglasses 😎|hugging_face 🤗|face_with_monocle 🧐|zipper_mouth_face 🤐|sleeping 😴|face_palm 🤦|shrug 🤷
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|clap 👏|raised_hands 🙌|pray 🙏|wave 👋|ok_hand 👌|muscle 💪|point_right 👉|point_left 👈|point_up 👆|point_down 👇|raised_hand ✋|handshake 🤝|writing_hand ✍️|eyes 👀
heart ❤️|yellow_heart 💛|green_heart 💚|blue_heart 💙|purple_heart 💜|sparkling_heart 💖|broken_heart 💔
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|exclamation ❗|question ❓|information_source ℹ️|octagonal_sign 🛑|sos 🆘
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|large_blue_square 🟦|large_green_square 🟩|red_square 🟥
hourglass ⌛|hourglass_flowing_sand ⏳|alarm_clock ⏰|clock1 🕐|clock4 🕓|stopwatch ⏱️|calendar 📅|date 📅|spiral_calendar_pad 🗓️|bell 🔔|no_bell 🔕
telephone_receiver 📞|phone ☎️|email 📧|envelope ✉️|incoming_envelope 📨|inbox_tray 📥|outbox_tray 📤|newspaper 📰|rolled_up_newspaper 🗞️|tv 📺|radio 📻|microphone 🎤|studio_microphone 🎙️|camera 📷|camera_with_flash 📸|movie_camera 🎥|loudspeaker 📢|mega 📣|speech_balloon 💬|left_speech_bubble 🗨️|thought_balloon 💭
lock 🔒|unlock 🔓|key 🔑|closed_lock_with_key 🔐|shield 🛡️|scales ⚖️|rotating_light 🚨|fire 🔥|zap ⚡|boom 💥|bulb 💡|mag 🔍|link 🔗|pushpin 📌|round_pushpin 📍|paperclip 📎|memo 📝|pencil 📝|pencil2 ✏️|page_facing_up 📄|clipboard 📋|file_folder 📁|open_file_folder 📂|bookmark 🔖|label 🏷️|wastebasket 🗑️|gear ⚙️|wrench 🔧|hammer 🔨|package 📦|chart_with_upwards_trend 📈|bar_chart 📊
star ⭐|star2 🌟|sparkles ✨|tada 🎉|confetti_ball 🎊|trophy 🏆|medal 🏅|gift 🎁|balloon 🎈|birthday 🎂|cake 🍰|rocket 🚀|100 💯|dart 🎯
sunny ☀️|partly_sunny ⛅|cloud ☁️|rainbow 🌈|seedling 🌱|herb 🌿|evergreen_tree 🌲|deciduous_tree 🌳|sunflower 🌻|tulip 🌷|rose 🌹|cherry_blossom 🌸|four_leaf_clover 🍀
house 🏠|house_with_garden 🏡|office 🏢|hospital 🏥|school 🏫|bus 🚌|bike 🚲|car 🚗|ambulance 🚑
coffee ☕|tea 🍵|apple 🍎|bread 🍞|hamburger 🍔|pizza 🍕
dog 🐶|cat 🐱|bird 🐦|robot_face 🤖|baby 👶|child 🧒|adult 🧑|older_adult 🧓|family 👪|busts_in_silhouette 👥|bust_in_silhouette 👤|person_raising_hand 🙋
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrows_counterclockwise 🔄|leftwards_arrow_with_hook ↩️|fast_forward ⏩|heavy_plus_sign ➕|heavy_minus_sign ➖|small_blue_diamond 🔹|small_orange_diamond 🔸|black_small_square ▪️|point_up_2 👆
`;

export const EMOJI = new Map(
  TABLE.trim()
    .split(/[\n|]/)
    .map((entry) => entry.trim().split(" "))
    .filter((pair) => pair.length === 2),
);

/** The first ones that somebody is offered as a reaction. */
export const FAVOURITES = ["+1", "white_check_mark", "eyes", "heart", "tada", "pray", "clap", "raised_hands", "smile", "thinking_face", "sparkles", "bulb"];

/** The character behind a name (with or without skin tone), or null. */
export function emoji(name) {
  return EMOJI.get(String(name).split("::")[0]) ?? null;
}
