//! Strongly connected components of a graph.

/// Returns the component number of each node. Nodes with the same number can reach each other. `edges` has the targets
/// of each node.
///
/// This is Tarjan's algorithm with an explicit stack, because a deep spec could overflow the call stack.
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Walk::new(edges);
    (0..edges.len()).for_each(|node| walk.walk_from(node));
    walk.nodes.into_iter().map(|node| node.component.unwrap_or_default()).collect()
}

#[derive(Clone, Default)]
struct Node {
    /// Order of the visit, from 1; 0 before the visit.
    index: usize,
    /// Lowest index that is known to be reachable within its component.
    low: usize,
    component: Option<usize>,
}

/// A node on the current path, with its next edge.
struct Step {
    node: usize,
    next_edge: usize,
}

struct Walk<'e> {
    edges: &'e [Vec<usize>],
    nodes: Vec<Node>,
    /// Visited nodes without a component.
    open: Vec<usize>,
    visited: usize,
    components: usize,
}

impl<'e> Walk<'e> {
    fn new(edges: &'e [Vec<usize>]) -> Self {
        Self { edges, nodes: vec![Node::default(); edges.len()], open: Vec::new(), visited: 0, components: 0 }
    }

    fn walk_from(&mut self, start: usize) {
        let mut path = Vec::new();
        self.visit(start, &mut path);
        while let Some(step) = path.last_mut() {
            let (node, edge) = (step.node, step.next_edge);
            step.next_edge += 1;
            match self.edges.get(node).and_then(|targets| targets.get(edge)) {
                Some(target) if self.is_new(*target) => self.visit(*target, &mut path),
                Some(target) => self.update_low(node, *target),
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some(before) = path.last() {
                        self.update_low(before.node, node);
                    }
                }
            }
        }
    }

    fn is_new(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.index == 0)
    }

    fn visit(&mut self, node: usize, path: &mut Vec<Step>) {
        let Some(found) = self.nodes.get_mut(node).filter(|node| node.index == 0) else {
            return;
        };
        self.visited += 1;
        (found.index, found.low) = (self.visited, self.visited);
        self.open.push(node);
        path.push(Step { node, next_edge: 0 });
    }

    /// Updates the lowest reachable index of a node from a target without a component.
    fn update_low(&mut self, node: usize, target: usize) {
        let low = self.nodes.get(target).filter(|target| target.component.is_none()).map(|target| target.low);
        if let (Some(low), Some(node)) = (low, self.nodes.get_mut(node)) {
            node.low = node.low.min(low);
        }
    }

    /// Closes the component of a node that reaches no lower index.
    fn leave(&mut self, node: usize) {
        if self.nodes.get(node).is_none_or(|node| node.low != node.index) {
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

    fn check(edges: &[&[usize]], cycles: &[&[usize]]) {
        let edges: Vec<Vec<usize>> = edges.iter().map(|targets| targets.to_vec()).collect();
        let found = components(&edges);
        for (one, first) in found.iter().enumerate() {
            for (other, second) in found.iter().enumerate() {
                let together = one == other || cycles.iter().any(|all| all.contains(&one) && all.contains(&other));
                assert_eq!(first == second, together, "{one} and {other} of {edges:?}");
            }
        }
    }

    #[test]
    fn nodes_of_a_cycle_share_a_component() {
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
