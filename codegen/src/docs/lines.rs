//! Lines of Markdown in block quotes and list items.

/// Maximum width of the prefix of a line. It is written before every line, so it bounds the output.
const MAX_PREFIX: usize = 40;

/// A block quote or a list item.
struct Container {
    /// Prefix of the first line.
    marker: String,
    /// Prefix of the other lines.
    indent: String,
    /// Whether the first line is written.
    is_open: bool,
}

impl Container {
    fn is_item(&self) -> bool {
        self.marker != self.indent
    }
}

/// The lines so far, and the containers of the current one.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<String>,
    line: String,
    is_started: bool,
    /// Length of the prefix in the current line.
    prefix: usize,
    containers: Vec<Container>,
    /// Number of inner containers that are too deep: they have no prefix.
    dropped: usize,
}

impl Lines {
    /// Enters a block quote, or the list item with a marker.
    pub(super) fn enter(&mut self, item: Option<&str>) {
        let marker = format!("{} ", item.unwrap_or(">"));
        let width: usize = self.containers.iter().map(|container| container.marker.len()).sum();
        if self.dropped > 0 || width + marker.len() > MAX_PREFIX {
            self.dropped += 1;
            return;
        }
        let indent = if item.is_some() { " ".repeat(marker.len()) } else { marker.clone() };
        self.containers.push(Container { marker, indent, is_open: false });
    }

    /// Leaves the innermost container.
    pub(super) fn leave(&mut self) {
        match self.dropped.checked_sub(1) {
            Some(less) => self.dropped = less,
            None => drop(self.containers.pop()),
        }
    }

    /// Returns whether the innermost container is a list item without a line.
    pub(super) fn in_empty_item(&self) -> bool {
        self.dropped == 0 && self.containers.last().is_some_and(|container| !container.is_open && container.is_item())
    }

    /// Returns whether the next block is the first one of a list item.
    pub(super) fn starts_item(&self) -> bool {
        self.containers.iter().any(|container| !container.is_open && container.is_item())
    }

    /// Starts a block, after an empty line if `is_apart`.
    pub(super) fn start_block(&mut self, is_apart: bool) {
        self.end_line();
        if is_apart && !self.done.is_empty() {
            let open = self.containers.iter().take_while(|container| container.is_open);
            self.line.extend(open.map(|container| container.indent.as_str()));
            self.is_started = true;
            self.end_line();
        }
        for container in &mut self.containers {
            self.line.push_str(if container.is_open { &container.indent } else { &container.marker });
            container.is_open = true;
        }
        (self.is_started, self.prefix) = (true, self.line.len());
    }

    /// Starts the next line of a block.
    pub(super) fn start_line(&mut self) {
        self.end_line();
        self.line.extend(self.containers.iter().map(|container| container.indent.as_str()));
        (self.is_started, self.prefix) = (true, self.line.len());
    }

    fn end_line(&mut self) {
        if self.is_started {
            self.done.push(self.line.trim_end().to_owned());
            self.line.clear();
            self.is_started = false;
        }
    }

    /// Returns whether the current line has only its prefix.
    pub(super) fn is_at_start(&self) -> bool {
        self.line.len() == self.prefix
    }

    /// The current line, for text to be added.
    pub(super) fn text(&mut self) -> &mut String {
        &mut self.line
    }

    pub(super) fn finish(mut self) -> Vec<String> {
        self.end_line();
        self.done
    }
}
