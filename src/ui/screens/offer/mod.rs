//! The offer where no workspace was found: the demo, and how to come to a workspace of one's own.

pub mod state;

use crate::domain::text::Shown;
use crate::ui::model::Model;
use crate::ui::page::{Block, Part, ROOMY, Role};
use crate::ui::screens::offer::state::Offer;

pub fn page(model: &Model, offer: &Offer) -> Vec<Block> {
    let say = |id: &str| Shown::line(&model.words.get(id));
    let what = if offer.is_there { "offer-demo-there" } else { "offer-demo-new" };
    let page = vec![
        Block::Says(Part::new(Role::Attention, say("offer-none"))),
        Block::Gap,
        Block::Heading(say("offer-demo")),
        Block::Says(Part::value(say("offer-demo-what"))),
        Block::Says(Part::new(Role::Title, Shown::line(&format!("  {}", offer.dir)))),
        Block::Says(Part::new(Role::Key, Shown::line(&model.tell(what)))),
        Block::Gap,
        Block::Heading(say("offer-own")),
        Block::Says(Part::value(say("offer-workspace"))),
        Block::Fact(say("offer-own-open"), Part::value("tumorboard FOLDER")),
        Block::Fact(say("offer-own-new"), Part::value(say("offer-own-new-how"))),
        Block::Fact(say("offer-own-always"), Part::value(say("offer-own-always-how"))),
    ];
    let roomy = model.size.1 >= ROOMY;
    let spared = [Block::Gap, Block::Says(Part::value(say("offer-workspace")))];
    page.into_iter().filter(|block| roomy || !spared.contains(block)).collect()
}
