namespace Search.Core.Tagging;

/// <summary>
/// How sure a suggestion is: a logistic model over the evidence for one label. Fitted to what the authors of a collection chose (each post as a
/// draft, without itself), so that of the suggestions with a score of 0.7 about 70 % are right. Where there is little to learn from, it stays near
/// weights that are written here.
/// </summary>
/// <remarks>Maximum a posteriori by Newton's method (iteratively reweighted least squares); the prior is normal around <see cref="Usual"/>.</remarks>
internal sealed class SuggestionModel
{
    private const int Rounds = 25;
    private const double PriorPrecision = 4;

    private readonly double[] weights;

    private SuggestionModel(double[] weights) => this.weights = weights;

    /// <summary>Weights for collections that teach nothing yet, in the order of <see cref="LabelEvidence.Features"/>.</summary>
    public static SuggestionModel Usual { get; } = new([-4.2, 3.0, 1.5, 0.4, 1.5, 1.0, 0.4, 0.0, 1.0, 1.0, 1.0]);

    public double ScoreOf(LabelEvidence evidence) => Logistic(Dot(evidence.Features));

    /// <param name="examples">Evidence for labels of posts, with whether the post has the label.</param>
    public static SuggestionModel Fit(IReadOnlyList<(LabelEvidence Evidence, bool Right)> examples)
    {
        var n = LabelEvidence.FeatureCount;
        var fitted = new SuggestionModel([.. Usual.weights]);
        var rows = examples.Select(e => (e.Evidence.Features, e.Right)).ToArray();
        for (var round = 0; round < Rounds && examples.Count > 0; round++)
        {
            var gradient = new double[n];
            var curvature = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                gradient[i] = -PriorPrecision * (fitted.weights[i] - Usual.weights[i]);
                curvature[i, i] = PriorPrecision;
            }
            foreach (var (features, right) in rows)
            {
                var score = Logistic(fitted.Dot(features));
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += ((right ? 1 : 0) - score) * features[i];
                    for (var j = 0; j <= i; j++)
                        curvature[i, j] += score * (1 - score) * features[i] * features[j];
                }
            }
            var step = Solve(curvature, gradient);
            for (var i = 0; i < n; i++)
                fitted.weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-6)
                break;
        }
        return fitted;
    }

    public override string ToString() => string.Join(' ', weights.Select(w => w.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));

    private double Dot(double[] features)
    {
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * features[i];
        return sum;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-Math.Clamp(x, -30, 30)));

    // Cholesky; the prior keeps the matrix positive definite. The lower half of it is read.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        var solution = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
                sum -= lower[i, k] * solution[k];
            solution[i] = sum / lower[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = solution[i];
            for (var k = i + 1; k < n; k++)
                sum -= lower[k, i] * solution[k];
            solution[i] = sum / lower[i, i];
        }
        return solution;
    }
}
