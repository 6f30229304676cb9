//! Strongly connected components of a graph: nodes that lead to each other and back.

/// The number of each node's component. Nodes of one number lead to each other; `edges` has the targets of each node.
///
/// Tarjan's algorithm, in one pass, with a stack of its own: the depth of a spec may exceed the machine's stack.
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Walk::new(edges);
    (0..edges.len()).for_each(|node| walk.from(node));
    walk.nodes.into_iter().map(|node| node.component.unwrap_or_default()).collect()
}

#[derive(Clone, Default)]
struct Node {
    /// When it was met, from 1; 0 before.
    met: usize,
    /// The earliest node of its component that is known to be reachable.
    low: usize,
    component: Option<usize>,
}

/// A node whose edges are being followed.
struct Step {
    node: usize,
    next_edge: usize,
}

struct Walk<'e> {
    edges: &'e [Vec<usize>],
    nodes: Vec<Node>,
    /// Nodes that were met and have no component so far.
    open: Vec<usize>,
    met: usize,
    components: usize,
}

impl<'e> Walk<'e> {
    fn new(edges: &'e [Vec<usize>]) -> Self {
        Self { edges, nodes: vec![Node::default(); edges.len()], open: Vec::new(), met: 0, components: 0 }
    }

    fn from(&mut self, start: usize) {
        let mut path = Vec::new();
        self.meet(start, &mut path);
        while let Some(step) = path.last_mut() {
            let (node, edge) = (step.node, step.next_edge);
            step.next_edge += 1;
            match self.edges.get(node).and_then(|targets| targets.get(edge)) {
                Some(target) if self.is_new(*target) => self.meet(*target, &mut path),
                Some(target) => self.reach(node, *target),
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some(before) = path.last() {
                        self.reach(before.node, node);
                    }
                }
            }
        }
    }

    fn is_new(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.met == 0)
    }

    fn meet(&mut self, node: usize, path: &mut Vec<Step>) {
        let Some(found) = self.nodes.get_mut(node).filter(|node| node.met == 0) else {
            return;
        };
        self.met += 1;
        (found.met, found.low) = (self.met, self.met);
        self.open.push(node);
        path.push(Step { node, next_edge: 0 });
    }

    /// Notes how early a node reaches, through a target that has no component so far.
    fn reach(&mut self, node: usize, target: usize) {
        let low = self.nodes.get(target).filter(|target| target.component.is_none()).map(|target| target.low);
        if let (Some(low), Some(node)) = (low, self.nodes.get_mut(node)) {
            node.low = node.low.min(low);
        }
    }

    /// Closes the component of a node that reaches nothing earlier.
    fn leave(&mut self, node: usize) {
        if self.nodes.get(node).is_none_or(|node| node.low != node.met) {
            return;
        }
        while let Some(member) = self.open.pop() {
            if let Some(found) = self.nodes.get_mut(member) {
                found.component = Some(self.components);
            }
            if member == node {
                break;
            }
        }
        self.components += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    fn check(edges: &[&[usize]], circles: &[&[usize]]) {
        let edges: Vec<Vec<usize>> = edges.iter().map(|targets| targets.to_vec()).collect();
        let found = components(&edges);
        for (one, first) in found.iter().enumerate() {
            for (other, second) in found.iter().enumerate() {
                let together = one == other || circles.iter().any(|all| all.contains(&one) && all.contains(&other));
                assert_eq!(first == second, together, "{one} and {other} of {edges:?}");
            }
        }
    }

    #[test]
    fn nodes_that_lead_to_each_other_are_together() {
        check(&[], &[]);
        check(&[&[0]], &[]);
        check(&[&[1], &[2], &[]], &[]);
        check(&[&[1], &[2], &[0]], &[&[0, 1, 2]]);
        check(&[&[1, 2], &[0], &[3], &[2], &[0, 2]], &[&[0, 1], &[2, 3]]);
        check(&[&[1], &[2, 4], &[3], &[1], &[]], &[&[1, 2, 3]]);
    }

    #[test]
    fn a_long_chain_does_not_use_the_stack() {
        let chain: Vec<Vec<usize>> = (0..300_000).map(|node| vec![(node + 1) % 300_000]).collect();
        assert!(components(&chain).iter().all(|component| *component == 0));
    }
}
