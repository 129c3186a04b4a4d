package org.customervaluesquads.signalservice.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.Weights;
import org.jspecify.annotations.Nullable;

/**
 * A learner as packed bytes. One of other half-lives than the catalogue's has nothing to say of the counts of now, and is
 * begun anew.
 */
public final class LearnerCodec {

    private static final byte VERSION = 1;

    private final List<Duration> halfLives;

    /** Of learners of the counts of these half-lives. */
    public LearnerCodec(List<Duration> halfLives) {
        this.halfLives = halfLives;
    }

    /** Packs a learner. */
    public byte[] write(Learner learner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(halfLives.toString());
            out.writeInt(learner.version);
            write(learner.regression, out);
            out.writeBoolean(learner.challenger != null);
            if (learner.challenger != null) {
                write(learner.challenger, out);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks a learner.
     *
     * @throws IllegalArgumentException if the bytes are of another version, or cut off
     */
    public Learner read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("a learner of version " + version + " cannot be read");
            }
            boolean fits = in.readUTF().equals(halfLives.toString());
            int published = in.readInt();
            if (!fits) {
                return new Learner(halfLives, new Regression(halfLives.size()), null, published);
            }
            Regression regression = readRegression(in);
            return new Learner(halfLives, regression, in.readBoolean() ? readChallenger(in) : null, published);
        } catch (IOException broken) {
            throw new IllegalArgumentException("a learner is cut off", broken);
        }
    }

    private static void write(Regression regression, DataOutputStream out) throws IOException {
        out.writeLong(regression.lessons);
        out.writeDouble(regression.shift);
        out.writeDouble(regression.shiftSquares);
        out.writeShort(regression.places.size());
        for (Map.Entry<String, Integer> each : regression.places.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeShort(each.getValue());
            out.writeLong(regression.seen[each.getValue()]);
        }
        out.writeShort(regression.mean.length);
        for (int i = 0; i < regression.mean.length; i++) {
            out.writeDouble(regression.mean[i]);
            for (int j = 0; j <= i; j++) {
                out.writeFloat((float) regression.covariance[i][j]);
            }
        }
    }

    private Regression readRegression(DataInputStream in) throws IOException {
        Regression regression = new Regression(halfLives.size());
        regression.lessons = in.readLong();
        regression.shift = in.readDouble();
        regression.shiftSquares = in.readDouble();
        int features = in.readUnsignedShort();
        for (int i = 0; i < features; i++) {
            String feature = in.readUTF();
            int place = in.readUnsignedShort();
            regression.places.put(feature, place);
            regression.seen[place] = in.readLong();
        }
        int terms = in.readUnsignedShort();
        regression.mean = new double[terms];
        regression.covariance = new double[terms][terms];
        for (int i = 0; i < terms; i++) {
            regression.mean[i] = in.readDouble();
            for (int j = 0; j <= i; j++) {
                regression.covariance[i][j] = in.readFloat();
                regression.covariance[j][i] = regression.covariance[i][j];
            }
        }
        return regression;
    }

    private static void write(Challenger challenger, DataOutputStream out) throws IOException {
        out.writeInt(challenger.against);
        out.writeLong(challenger.since);
        out.writeDouble(challenger.weight);
        out.writeDouble(challenger.gain);
        out.writeDouble(challenger.gainSquares);
        out.writeDouble(challenger.weights.bias());
        out.writeShort(challenger.weights.byFeature().size());
        for (Map.Entry<String, double[]> each : challenger.weights.byFeature().entrySet()) {
            out.writeUTF(each.getKey());
            write(each.getValue(), out);
        }
        write(challenger.own, out);
        write(challenger.others, out);
    }

    private static @Nullable Challenger readChallenger(DataInputStream in) throws IOException {
        int against = in.readInt();
        long since = in.readLong();
        double weight = in.readDouble();
        double gain = in.readDouble();
        double gainSquares = in.readDouble();
        double bias = in.readDouble();
        int features = in.readUnsignedShort();
        Map<String, double[]> byFeature = LinkedHashMap.newLinkedHashMap(features);
        for (int i = 0; i < features; i++) {
            byFeature.put(in.readUTF(), readAll(in));
        }
        Challenger challenger =
                new Challenger(new Weights(0, bias, byFeature), against, since, readReckoning(in), readReckoning(in));
        challenger.weight = weight;
        challenger.gain = gain;
        challenger.gainSquares = gainSquares;
        return challenger;
    }

    private static void write(Reckoning reckoning, DataOutputStream out) throws IOException {
        out.writeLong(reckoning.lessons);
        out.writeLong(reckoning.outcomes);
        out.writeDouble(reckoning.loss);
        for (double[] sums : sumsOf(reckoning)) {
            write(sums, out);
        }
    }

    private static Reckoning readReckoning(DataInputStream in) throws IOException {
        Reckoning reckoning = new Reckoning(Reckoning.COARSE);
        reckoning.lessons = in.readLong();
        reckoning.outcomes = in.readLong();
        reckoning.loss = in.readDouble();
        for (double[] sums : sumsOf(reckoning)) {
            double[] read = readAll(in);
            System.arraycopy(read, 0, sums, 0, Math.min(read.length, sums.length));
        }
        return reckoning;
    }

    private static List<double[]> sumsOf(Reckoning reckoning) {
        return List.of(reckoning.positives, reckoning.negatives, reckoning.foreseen, reckoning.came, reckoning.weights);
    }

    private static void write(double[] values, DataOutputStream out) throws IOException {
        out.writeShort(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readAll(DataInputStream in) throws IOException {
        double[] values = new double[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
