//! Finds the line of a log that names an exception of Java, Scala or Python.

use regex_lite::Regex;

/// A class with its package, e.g. `java.lang.IllegalStateException: …` or `Caused by: org.apache.spark.SparkException`.
const JAVA: &str = r"(?:^|[\s:(])(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*(?:Exception|Error)(?::|\s|$)";

/// The last line of a traceback, e.g. `ValueError: …` or `pyspark.errors.AnalysisException: …`.
const PYTHON: &str = r"^[A-Za-z_][\w.]*(?:Error|Exception)(?::|\s*$)";

/// First line of a traceback. It says nothing: the exception follows after the frames.
const TRACEBACK: &str = "Traceback (most recent call last):";

/// Returns the first line that looks like an exception. For a traceback, this is the line with the exception at its end.
pub(super) fn first<'l>(lines: &[&'l str]) -> Option<&'l str> {
    let (java, python) = (Regex::new(JAVA).ok()?, Regex::new(PYTHON).ok()?);
    let is_exception = |line: &&&str| java.is_match(line) || python.is_match(line);
    let traceback = lines.iter().position(|line| line.contains(TRACEBACK));
    let named = lines.iter().find(is_exception).copied();
    // Without a line that names the exception, because the log ends here, the traceback itself.
    named.or_else(|| traceback.and_then(|at| lines.get(at).copied()))
}

#[cfg(test)]
mod tests {
    use super::first;

    #[track_caller]
    fn check(log: &str, expected: Option<&str>) {
        assert_eq!(first(&log.lines().collect::<Vec<_>>()), expected);
    }

    #[test]
    fn finds_exceptions_of_java_and_scala() {
        check(
            "26/11/24 03:00:01 INFO SparkContext: Running Spark version 3.3.2\n\
             26/11/24 03:00:09 ERROR Executor: Exception in task 0.0 in stage 1.0 (TID 1)\n\
             java.lang.ArithmeticException: / by zero\n\
             \tat com.example.Etl$.main(Etl.scala:7)\n\
             Caused by: java.lang.IllegalStateException",
            Some("java.lang.ArithmeticException: / by zero"),
        );
        let main = "Exception in thread \"main\" org.apache.spark.SparkException: Job aborted";
        check(&format!("a\n{main}\nb"), Some(main));
        check("x\njava.lang.OutOfMemoryError: Java heap space", Some("java.lang.OutOfMemoryError: Java heap space"));
        check("x\nscala.MatchError: 3 (of class int)\ny", Some("scala.MatchError: 3 (of class int)"));
    }

    #[test]
    fn finds_the_exception_of_a_traceback() {
        check(
            "INFO start\nTraceback (most recent call last):\n  File \"/a.py\", line 3, in <module>\n    f()\nValueError: no column 'x'\n",
            Some("ValueError: no column 'x'"),
        );
        check(
            "pyspark.errors.exceptions.captured.AnalysisException: [TABLE] x",
            Some("pyspark.errors.exceptions.captured.AnalysisException: [TABLE] x"),
        );
        check("KeyboardInterrupt\nMemoryError\n", Some("MemoryError"));
        let cut = "Traceback (most recent call last):";
        check(&format!("{cut}\n  File \"/a.py\", line 3"), Some(cut));
    }

    #[test]
    fn ordinary_lines_are_no_exceptions() {
        check(
            "INFO: 0 Errors\nWARN no Exception here\n\tat a.b.MyException.<init>(A.java:1)\nErrorHandler: started\n\
             INFO FileOutputCommitter: skip cleanup _temporary folders under output directory:false, ignore cleanup failures: false",
            None,
        );
    }
}
